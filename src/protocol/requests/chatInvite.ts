import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { userIdSchema, chatIdSchema, opIdSchema, revSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Adds people to a group at once; who is in already is skipped. Answers those who were really added. */
export const chatInvite = defineRequest({
  name: 'chat.invite',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    users: z.array(userIdSchema).check(z.minLength(1), z.maxLength(limits.idsMax)),
    op: opIdSchema,
  }),
  output: z.object({ r: revSchema, added: z.array(userIdSchema) }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'FULL', 'NOT_FOUND', 'BLOCKED'],
});
