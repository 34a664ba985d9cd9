import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, revSchema, seqSchema } from '../ids.ts';

/**
 * Takes the card of its link off a message, for everybody and for good; what is not made yet is not made. Its sender may, and who may take away that person's messages. Of a message without a card it answers
 * the rev. GONE: it was unsent.
 */
export const linkDrop = defineRequest({
  name: 'link.drop',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, s: seqSchema, op: opIdSchema }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'NOT_FOUND', 'GONE', 'FORBIDDEN'],
});
