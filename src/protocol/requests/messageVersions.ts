import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, seqSchema, timeSchema } from '../ids.ts';

/** Earlier texts of an edited message, oldest first, for whoever may read the message. */
export const messageVersions = defineRequest({
  name: 'message.versions',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, s: seqSchema }),
  output: z.object({ items: z.array(z.object({ x: z.string(), at: timeSchema })) }),
  errors: ['NOT_MEMBER', 'NOT_FOUND', 'GONE'],
});
