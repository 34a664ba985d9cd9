import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { inviteLinkSchema } from '../entities/inviteLink.ts';
import { chatIdSchema, opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Makes an invite link of a chat. `days`: until it ends, absent = never. `uses`: how many people it lets in, absent = any number. FULL: the chat has as many links as it can have. */
export const linkCreate = defineRequest({
  name: 'link.create',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    days: z.optional(z.union([z.literal(1), z.literal(7), z.literal(30)])),
    uses: z.optional(z.int().check(z.minimum(1), z.maximum(limits.linkUsesMax))),
    op: opIdSchema,
  }),
  output: z.object({ link: inviteLinkSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'FULL'],
});
