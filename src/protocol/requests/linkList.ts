import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { inviteLinkSchema } from '../entities/inviteLink.ts';
import { chatIdSchema } from '../ids.ts';

/** Invite links of a chat that still work, the newest first. For members who may invite. */
export const linkList = defineRequest({
  name: 'link.list',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema }),
  output: z.object({ items: z.array(inviteLinkSchema) }),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
