import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { rowSchema } from '../entities/messages.ts';
import { receiptStepsSchema } from '../entities/receipt.ts';
import { chatIdSchema, seqSchema, revSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** A page of messages before, after or around a position (exactly one of the three), ascending. `rev`: the chat's rev the page is true for; `from`/`to`: the span of seqs it covers without holes; `edge`: it reaches the first or the last message the asker may see. `rc`: receipt steps for the page. */
export const historyGet = defineRequest({
  name: 'history.get',
  kind: 'read',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    before: z.optional(seqSchema),
    after: z.optional(seqSchema),
    around: z.optional(seqSchema),
    limit: z.int().check(z.minimum(1), z.maximum(limits.historyMax)),
    minRev: z.optional(revSchema),
  }),
  output: z.object({
    rows: z.array(rowSchema),
    rev: revSchema,
    from: seqSchema,
    to: seqSchema,
    edge: z.object({ start: z.optional(z.literal(1)), end: z.optional(z.literal(1)) }),
    rc: z.optional(receiptStepsSchema),
  }),
  errors: ['NOT_MEMBER', 'STALE_NODE'],
});
