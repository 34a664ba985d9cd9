import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { linkCodeSchema } from '../entities/inviteLink.ts';
import { chatIdSchema, opIdSchema } from '../ids.ts';

/** Ends an invite link; whoever came in by it stays. Plain members end only their own. */
export const linkRevoke = defineRequest({
  name: 'link.revoke',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, code: linkCodeSchema, op: opIdSchema }),
  output: z.object({}),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND'],
});
