import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { auditEntrySchema } from '../entities/moderation.ts';
import { chatIdSchema, timeSchema } from '../ids.ts';

/** What moderators and the filter did, newest first, in pages of 50; `before`: the `cursor` of the page before. Kept at least 45 days. */
export const auditList = defineRequest({
  name: 'audit.list',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, before: z.optional(z.tuple([timeSchema, z.uuid()])) }),
  output: z.object({ items: z.array(auditEntrySchema), cursor: z.optional(z.tuple([timeSchema, z.string()])) }),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
