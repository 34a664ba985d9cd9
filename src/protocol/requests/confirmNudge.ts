import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, seqSchema } from '../ids.ts';

/**
 * Reminds everybody who has not confirmed a message of mine that asks for it: the chat is unread for them from there on. Nobody learns who they are. `left`: how often it can be done again.
 * SLOW: the last time was too short ago, `retry` ms are left. FULL: it was done as often as it can be.
 */
export const confirmNudge = defineRequest({
  name: 'confirm.nudge',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, s: seqSchema, op: opIdSchema }),
  output: z.object({ left: z.int().check(z.nonnegative()) }),
  errors: ['NOT_MEMBER', 'NOT_FOUND', 'GONE', 'FORBIDDEN', 'SLOW', 'FULL'],
});
