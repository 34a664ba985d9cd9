import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, memberIdSchema, opIdSchema, revSchema } from '../ids.ts';

/** Takes an invitation back that was not answered yet: whoever made it may, and who may remove members. NOT_FOUND: nobody is invited by this member id (any more). */
export const invitationWithdraw = defineRequest({
  name: 'invitation.withdraw',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, member: memberIdSchema, op: opIdSchema }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND'],
});
