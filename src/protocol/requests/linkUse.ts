import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { memberNameSchema } from '../entities/community.ts';
import { linkCodeSchema } from '../entities/inviteLink.ts';
import { chatIdSchema, opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/**
 * Comes into a chat by a link, or asks to be let in where the chat wants that (`waiting`); `note` is the answer to its question. `nn`: the name there; a
 * community is not entered without one, and a group takes no notice of it. Who is in or waits already changes nothing. RATE: refused lately.
 */
export const linkUse = defineRequest({
  name: 'link.use',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    code: linkCodeSchema,
    nn: z.optional(memberNameSchema),
    note: z.optional(z.string().check(z.maxLength(limits.noteMax))),
    op: opIdSchema,
  }),
  output: z.object({ c: chatIdSchema, state: z.enum(['in', 'waiting']) }),
  errors: ['GONE', 'FULL', 'BANNED', 'NAME_TAKEN', 'FORBIDDEN'],
});
