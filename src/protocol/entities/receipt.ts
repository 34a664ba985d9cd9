import * as z from 'zod/mini';
import { chatIdSchema, revSchema, seqSchema } from '../ids.ts';

/** Read counts of recent messages as a step function: `[from seq, count]`, ascending; a message has the count of the last step at or below it. */
export const receiptStepsSchema = z.array(z.tuple([seqSchema, z.int().check(z.nonnegative())]));
export type ReceiptSteps = z.infer<typeof receiptStepsSchema>;

/**
 * My read state of a chat: `[chat, read seq, read ordinal, own after, last own seq, unread mentions, rev]`. `rev`: the head as of which the mentions were
 * counted; the state may arrive before or after the messages up to there.
 */
export const readStateSchema = z.tuple([chatIdSchema, seqSchema, z.int(), z.int(), seqSchema, z.int(), revSchema]);
export type ReadState = z.infer<typeof readStateSchema>;
