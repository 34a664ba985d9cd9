import * as z from 'zod/mini';
import { errorCodeSchema } from '../errorCodeSchema.ts';
import { chatIdSchema, timeSchema } from '../ids.ts';
import { sentMessageSchema } from './bodies/sentMessage.ts';

/**
 * A message of mine that is to be sent later; only I know of it. `item`: as it will be sent, under its own id. `at`: when, server clock, ms. `st`: see `scheduledState`. `code`: why it failed, or, while it
 * waits, why it did not leave at its time and is tried again.
 */
export const scheduledSchema = z.object({
  c: chatIdSchema,
  item: sentMessageSchema,
  at: timeSchema,
  st: z.int(),
  code: z.optional(errorCodeSchema),
});
export type Scheduled = z.infer<typeof scheduledSchema>;
