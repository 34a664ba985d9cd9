import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, memberIdSchema, opIdSchema, revSchema } from '../ids.ts';

/** Lets somebody in who asked, or declines. GONE: nobody of this id waits any more; another member was faster, or the asker took it back. FULL: the chat, or the asker's list. */
export const requestDecide = defineRequest({
  name: 'request.decide',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, asker: memberIdSchema, accept: z.boolean(), op: opIdSchema }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'GONE', 'FULL', 'BANNED'],
});
