import { foldText } from './foldText.ts';
import type { StickerName } from './stickerPacks.ts';
import { stickerKin, stickerWords } from './stickerWords.ts';

/** As many stickers are offered at once. */
export const suggestionsMax = 4;
/** A text is looked at this far back, UTF-16 units: no word is longer. */
const LOOK_BACK = 60;
/** The stickers that the end of a text calls for, the longest word first, with what is kin to the first of them; at most {@link suggestionsMax}. */
export function suggestStickers(text: string): StickerName[] {
  const end = squeeze(foldText(text.slice(-LOOK_BACK)).replace(/[^\p{L}\p{N}]+$/u, ''));
  if (end === '') return [];
  const found: { name: StickerName; length: number }[] = [];
  for (const [name, words] of folded()) {
    const length = Math.max(0, ...words.filter((word) => isAtEnd(end, word)).map((word) => word.length));
    if (length > 0) found.push({ name, length });
  }
  const names = found.toSorted((a, b) => b.length - a.length).map(({ name }) => name);
  const kin = names[0] === undefined ? [] : (stickerKin[names[0]] ?? []);
  return [...new Set([...names, ...kin])].slice(0, suggestionsMax);
}

/** Scripts without spaces between words: there a word counts wherever it ends; single jamo, which folding makes of the compatible ones, are laughter and tears behind any word. */
const LOOSE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\u1100-\u11ff]/u;

function isAtEnd(text: string, word: string): boolean {
  if (!text.endsWith(word)) return false;
  const before = text.at(-word.length - 1);
  return before === undefined || text.length === word.length || LOOSE.test(word) || !/[\p{L}\p{N}]/u.test(before);
}

/** Laughter of any length is the same word. */
const squeeze = (text: string): string => text.replace(/(..?)\1{2,}/gu, '$1$1');

let cached: [StickerName, string[]][] | undefined;
function folded(): [StickerName, string[]][] {
  cached ??= (Object.entries(stickerWords) as [StickerName, string[]][]).map(([name, words]) => [
    name,
    words.map((word) => squeeze(foldText(word))),
  ]);
  return cached;
}
