import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, revSchema, seqSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/**
 * Adds an answer to a poll that lets people do so. `o`: its number; that of the one that was there already, if it reads alike. Refused like a message with that text: MUTED, FROZEN, SLOW, FILTERED, FORBIDDEN.
 * FULL: there are as many as there can be. WINDOW: the poll was closed or its time is over.
 */
export const pollAdd = defineRequest({
  name: 'poll.add',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    s: seqSchema,
    x: z.string().check(z.minLength(1), z.maxLength(limits.pollOptionMax)),
    op: opIdSchema,
  }),
  output: z.object({ r: revSchema, o: z.int().check(z.nonnegative()) }),
  errors: ['NOT_MEMBER', 'NOT_FOUND', 'GONE', 'FORBIDDEN', 'FULL', 'WINDOW', 'MUTED', 'FROZEN', 'SLOW', 'FILTERED'],
});
