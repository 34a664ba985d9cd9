import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, memberIdSchema, timeSchema } from '../ids.ts';

/** Who left or was removed in the last 24 hours (`st`: membership state), newest first, who may not write now, and who is kept out by a ban (the newest 200; `at`: when they left). For who moderates. */
export const membersLeft = defineRequest({
  name: 'members.left',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema }),
  output: z.object({
    left: z.array(z.object({ u: memberIdSchema, st: z.int(), at: timeSchema })),
    muted: z.array(z.object({ u: memberIdSchema, until: timeSchema })),
    banned: z.array(z.object({ u: memberIdSchema, at: z.optional(timeSchema) })),
  }),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
