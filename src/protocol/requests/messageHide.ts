import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, revSchema, seqSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/**
 * Hides messages from myself on all my devices, for good; nobody else learns of it, and nothing is counted otherwise for it. What I may not see is left out. `u`: my own change it is.
 * FULL: I have hidden too many.
 */
export const messageHide = defineRequest({
  name: 'message.hide',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    seqs: z.array(seqSchema).check(z.minLength(1), z.maxLength(limits.hideMax)),
    op: opIdSchema,
  }),
  output: z.object({ u: revSchema }),
  errors: ['NOT_MEMBER', 'FULL'],
});
