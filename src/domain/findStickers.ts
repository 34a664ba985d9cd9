import { foldText } from './foldText.ts';
import type { StickerName } from './stickerPacks.ts';
import { stickerWords } from './stickerWords.ts';

/** The stickers whose words have a text anywhere, for a search; all of them for an empty one. `also`: what else a sticker can be found by. */
export function findStickers(
  names: readonly StickerName[],
  text: string,
  also: (name: StickerName) => string,
): StickerName[] {
  const wanted = foldText(text.trim());
  return names.filter((name) => [...stickerWords[name], also(name)].some((word) => foldText(word).includes(wanted)));
}
