import { toSticker } from '#domain/stickerPacks.ts';
import type { BodyRule } from './BodyRule.ts';

/** Stickers of the packs that everybody has; another one is NOT_FOUND, because nobody could see it. */
export const settleStickers: BodyRule = async (_tx, _head, drafts) =>
  drafts.map(({ item }) => (toSticker(item.b as { p?: unknown; s?: unknown }) ? { b: item.b } : { code: 'NOT_FOUND' }));
