import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, seqSchema, revSchema } from '../ids.ts';

/** Takes an own message back within 24 h; an empty line stays in its place. */
export const messageUnsend = defineRequest({
  name: 'message.unsend',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, s: seqSchema, op: opIdSchema }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'WINDOW', 'NOT_FOUND'],
});
