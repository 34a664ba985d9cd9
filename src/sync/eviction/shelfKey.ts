import type { ChatId } from '#protocol/ids.ts';
import type { WriteTx } from '../ports.ts';
import { dropMeta } from './dropMeta.ts';

/** Where the table of single values has what a device keeps of the shelf of a chat. `page`: `notes`, `albums`, `album-…`, and what is being written. */
export const shelfKey = (c: ChatId, page: string): string => `shelf:${c}:${page}`;

/** Forgets all of a chat's shelf. */
export const dropShelf = (tx: WriteTx, c: ChatId): Promise<void> => dropMeta(tx, shelfKey(c, ''));
