import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { textBodySchema } from '../entities/bodies/textBody.ts';
import { chatIdSchema, opIdSchema, seqSchema, revSchema } from '../ids.ts';

/** Replaces the text of an own message within 24 h. Earlier versions are kept on the server. */
export const messageEdit = defineRequest({
  name: 'message.edit',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, s: seqSchema, b: textBodySchema, op: opIdSchema }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'GONE', 'WINDOW', 'NOT_FOUND', 'MUTED', 'FROZEN', 'SLOW', 'FILTERED'],
});
