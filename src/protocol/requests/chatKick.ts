import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { memberIdSchema, chatIdSchema, opIdSchema, revSchema } from '../ids.ts';

/** Removes a member; owner and admins may, and nobody an equal. */
export const chatKick = defineRequest({
  name: 'chat.kick',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, member: memberIdSchema, op: opIdSchema }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND'],
});
