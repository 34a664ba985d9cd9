import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, memberIdSchema, revSchema, seqSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Where a page of voters ends: rev of the last vote on it, and who gave it. */
const placeSchema = z.tuple([revSchema, memberIdSchema]);

/**
 * Who chose one answer of an open poll, the earliest vote first, in pages. `n`: what the person is called in this chat. `next`: where the next page begins. FORBIDDEN: the poll is anonymous, then nobody can ask,
 * whatever his role.
 */
export const pollVoters = defineRequest({
  name: 'poll.voters',
  kind: 'read',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    s: seqSchema,
    o: z.int().check(z.nonnegative(), z.lt(limits.pollOptionsMax)),
    after: z.optional(placeSchema),
  }),
  output: z.object({
    items: z.array(z.object({ u: memberIdSchema, n: z.string() })),
    next: z.optional(placeSchema),
  }),
  errors: ['NOT_MEMBER', 'NOT_FOUND', 'GONE', 'FORBIDDEN'],
});
