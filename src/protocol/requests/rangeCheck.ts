import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { rowSchema } from '../entities/messages.ts';
import { chatIdSchema, seqSchema, revSchema } from '../ids.ts';

/** Messages of a cached span that changed since `rev`; makes a stale span fresh again. */
export const rangeCheck = defineRequest({
  name: 'range.check',
  kind: 'read',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    from: seqSchema,
    to: seqSchema,
    rev: revSchema,
    minRev: z.optional(revSchema),
  }),
  output: z.object({ rows: z.array(rowSchema), rev: revSchema, more: z.optional(z.literal(1)) }),
  errors: ['NOT_MEMBER', 'AHEAD', 'STALE_NODE'],
});
