import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';

/** Answers an invitation to a group: comes in, or declines. NOT_MEMBER: there is none. GONE: nobody is in it any more. */
export const chatAccept = defineRequest({
  name: 'chat.accept',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, accept: z.boolean(), op: opIdSchema }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FULL', 'GONE', 'FORBIDDEN'],
});
