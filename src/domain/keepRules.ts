import { limits } from '#protocol/limits.ts';
import { isSentMessage } from './chatTraits.ts';

/** Whether messages of a kind can be kept: what people send. Cards belong to their apps and change with them. */
export const isKeepable = (kind: number): boolean => isSentMessage(kind);

/** Most messages and notes one person keeps, and most characters (UTF-16 units) of a note. */
export const keepsMax: number = limits.keepsMax;
export const keepNoteMax: number = limits.keepNoteMax;
