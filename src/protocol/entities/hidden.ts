import * as z from 'zod/mini';
import { chatIdSchema, seqSchema } from '../ids.ts';

/** Messages of one chat that I hid from myself: `[chat, seqs]`. There are only ever more of them, so that the order in which lists of them arrive does not matter. */
export const hiddenSchema = z.tuple([chatIdSchema, z.array(seqSchema)]);
export type Hidden = z.infer<typeof hiddenSchema>;
