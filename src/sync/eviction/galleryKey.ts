import type { ChatId } from '#protocol/ids.ts';
import type { WriteTx } from '../ports.ts';
import { dropMeta } from './dropMeta.ts';

/** Where the table of single values has what a device keeps of a chat's galleries. `kind`: `pictures`, `files`, `links`, `voice`. */
export const galleryKey = (c: ChatId, kind: string): string => `gallery:${c}:${kind}`;

/** Forgets all of a chat's galleries. */
export const dropGalleries = (tx: WriteTx, c: ChatId): Promise<void> => dropMeta(tx, galleryKey(c, ''));
