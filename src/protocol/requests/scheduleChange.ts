import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { textBodySchema } from '../entities/bodies/textBody.ts';
import { cidSchema, opIdSchema, revSchema, timeSchema } from '../ids.ts';

/**
 * Changes a scheduled message of mine: its time, its text, or both. `b`: words, named people and silence take the place of the old ones; files stay. With a new time one that failed waits again. GONE: it has been sent,
 * or is just leaving. FORBIDDEN: a kind without a text, or a forwarded one. WINDOW, FULL: see `schedule.add`.
 */
export const scheduleChange = defineRequest({
  name: 'schedule.change',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    i: cidSchema,
    at: z.optional(timeSchema),
    b: z.optional(textBodySchema),
    op: opIdSchema,
  }),
  output: z.object({ u: revSchema }),
  errors: ['NOT_FOUND', 'GONE', 'FORBIDDEN', 'FULL', 'WINDOW'],
});
