import * as z from 'zod/mini';
import { chatIdSchema, seqSchema } from '../ids.ts';

/** Read counts of recent messages as a step function: `[from seq, count]`, ascending; a message has the count of the last step at or below it. */
export const receiptStepsSchema = z.array(z.tuple([seqSchema, z.int().check(z.nonnegative())]));
export type ReceiptSteps = z.infer<typeof receiptStepsSchema>;

/** My read state of a chat: `[chat, read seq, read ordinal, own after, last own seq, unread mentions]`. */
export const readStateSchema = z.tuple([chatIdSchema, seqSchema, z.int(), z.int(), seqSchema, z.int()]);
export type ReadState = z.infer<typeof readStateSchema>;
