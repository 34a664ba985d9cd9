import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, revSchema, seqSchema } from '../ids.ts';

/** Ends a poll before its time: its creator may, and who may take away that person's messages. Of one that is closed already it answers the rev. */
export const pollClose = defineRequest({
  name: 'poll.close',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, s: seqSchema, op: opIdSchema }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'NOT_FOUND', 'GONE', 'FORBIDDEN'],
});
