import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { scheduledSchema } from '../entities/scheduled.ts';
import { chatIdSchema, cidSchema, timeSchema } from '../ids.ts';

/** My scheduled messages that wait or have failed, of one chat or of all, by their time; at most 100 at once. `after`: the last one I have; `more`: 1: there are others behind. */
export const scheduleList = defineRequest({
  name: 'schedule.list',
  kind: 'read',
  via: 'both',
  input: z.strictObject({
    c: z.optional(chatIdSchema),
    after: z.optional(z.strictObject({ at: timeSchema, i: cidSchema })),
  }),
  output: z.object({ items: z.array(scheduledSchema), more: z.optional(z.literal(1)) }),
  errors: [],
});
