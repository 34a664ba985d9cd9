import * as z from 'zod/mini';
import { memberRole } from '../entities/memberState.ts';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, memberIdSchema, opIdSchema, revSchema } from '../ids.ts';

/**
 * Gives or takes a role. Giving `owner` hands the chat over: the giver becomes an admin. Nobody rises before he has been in for a day: WINDOW with the ms
 * that are left. At most 100 admins: FULL. The role somebody has already changes nothing.
 */
export const chatRole = defineRequest({
  name: 'chat.role',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    member: memberIdSchema,
    role: z.int().check(z.minimum(memberRole.member), z.maximum(memberRole.owner)),
    op: opIdSchema,
  }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND', 'WINDOW', 'FULL'],
});
