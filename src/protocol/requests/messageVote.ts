import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, revSchema, seqSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/**
 * Sets what I chose in a poll, or (`[0]`) that I confirm a message that asks for it. `o`: numbers of answers, each once; none takes my vote back. The last value wins. WINDOW: the poll was closed or its time is over.
 * FORBIDDEN: nobody confirms an own message, and nothing changes in a chat that is over.
 */
export const messageVote = defineRequest({
  name: 'message.vote',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    s: seqSchema,
    o: z.array(z.int().check(z.nonnegative(), z.lt(limits.pollOptionsMax))).check(z.maxLength(limits.pollOptionsMax)),
    op: opIdSchema,
  }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'GONE', 'NOT_FOUND', 'FORBIDDEN', 'WINDOW'],
});
