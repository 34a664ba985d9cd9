import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { userIdSchema, chatIdSchema, opIdSchema, revSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/**
 * Brings people into a group; who is in already is skipped. Who lets me add them is in at once (`added`), everybody else is invited and decides (`invited`).
 */
export const chatInvite = defineRequest({
  name: 'chat.invite',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    users: z.array(userIdSchema).check(z.minLength(1), z.maxLength(limits.idsMax)),
    op: opIdSchema,
  }),
  output: z.object({ r: revSchema, added: z.array(userIdSchema), invited: z.array(userIdSchema) }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'FULL', 'NOT_FOUND', 'BLOCKED'],
});
