import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, seqSchema, timeSchema } from '../ids.ts';

/**
 * Days on which the chat has messages the asker may see, each with its first seq. A day begins at the time of day (UTC) of `from`: give a midnight of where
 * the asker is to get the days of that place. Each is named by the UTC date (YYYY-MM-DD) of its beginning; those that begin between `from` and `to` (ms,
 * both included) are answered.
 */
export const historyDays = defineRequest({
  name: 'history.days',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, from: timeSchema, to: timeSchema }),
  output: z.object({ days: z.array(z.tuple([z.string(), seqSchema])) }),
  errors: ['NOT_MEMBER'],
});
