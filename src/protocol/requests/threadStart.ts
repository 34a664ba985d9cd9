import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { threadNewsSchema } from '../entities/chat.ts';
import { chatIdSchema, opIdSchema, revSchema, seqSchema } from '../ids.ts';

/**
 * Begins a thread on message `s` of chat `c`; where it has one, that one is the answer. `r`: rev of the message. Refusals: FORBIDDEN for who may not write there and in a thread, WINDOW when the message is older than a
 * day, GONE when it was unsent, FULL when the chat has as many open threads as one can have; MUTED, FROZEN as for sending, SLOW for who reads only in his first time.
 */
export const threadStart = defineRequest({
  name: 'thread.start',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, s: seqSchema, op: opIdSchema }),
  output: z.object({ thread: threadNewsSchema, r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND', 'GONE', 'WINDOW', 'FULL', 'MUTED', 'FROZEN', 'SLOW'],
});
