import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { rowSchema } from '../entities/messages.ts';
import { chatIdSchema, seqSchema, revSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Single messages by position; those the asker may not see are left out. */
export const messagesGet = defineRequest({
  name: 'messages.get',
  kind: 'read',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    seqs: z.array(seqSchema).check(z.minLength(1), z.maxLength(limits.getSeqsMax)),
    minRev: z.optional(revSchema),
  }),
  output: z.object({ rows: z.array(rowSchema), rev: revSchema }),
  errors: ['NOT_MEMBER', 'STALE_NODE'],
});
