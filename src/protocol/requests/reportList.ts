import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { reportCaseSchema } from '../entities/moderation.ts';
import { chatIdSchema } from '../ids.ts';

/** What was reported, newest first: open, or with `closed` the last decided ones. */
export const reportList = defineRequest({
  name: 'report.list',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, closed: z.optional(z.literal(1)) }),
  output: z.object({ items: z.array(reportCaseSchema) }),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
