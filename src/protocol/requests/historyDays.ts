import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, seqSchema, timeSchema } from '../ids.ts';

/** Days (YYYY-MM-DD, UTC) between two times on which the chat has messages the asker may see, each with its first seq. */
export const historyDays = defineRequest({
  name: 'history.days',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, from: timeSchema, to: timeSchema }),
  output: z.object({ days: z.array(z.tuple([z.string(), seqSchema])) }),
  errors: ['NOT_MEMBER'],
});
