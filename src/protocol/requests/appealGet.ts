import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, timeSchema } from '../ids.ts';

/**
 * My own appeal in a chat, also for somebody who was removed or banned. `st`: my membership state; `until`: end of a mute. `mine`: my newest appeal, with `done`
 * once it is decided (1 lifted, 2 left as it was). Who was never in, or left by himself, gets NOT_MEMBER.
 */
export const appealGet = defineRequest({
  name: 'appeal.get',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema }),
  output: z.object({
    st: z.int(),
    until: z.optional(timeSchema),
    mine: z.optional(
      z.object({ x: z.string(), at: timeSchema, done: z.optional(z.int()), decided: z.optional(timeSchema) }),
    ),
  }),
  errors: ['NOT_MEMBER'],
});
