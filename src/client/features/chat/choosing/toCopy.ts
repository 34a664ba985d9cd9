import { contentText } from '#client/parts/contentText.ts';
import type { Translate } from '#client/parts/systemText.ts';
import { momentYearText } from '#client/parts/timeTexts.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from '../lines/LineLook.ts';

/** Messages as text for elsewhere, in the order of the chat: one alone is its words, several have names and times. */
export function toCopy(
  t: Translate,
  items: readonly FeedItem[],
  { nameOf, language }: Pick<LineLook, 'nameOf' | 'language'>,
): string {
  const told = items
    .toSorted((a, b) => a.at - b.at || (a.seq ?? 0) - (b.seq ?? 0))
    .map((item) => ({ item, words: item.content ? (contentText(t, item.content) ?? '') : item.text }));
  const [only] = told;
  if (only && told.length === 1) return only.item.text || only.words;
  return told
    .map(({ item, words }) => `${nameOf(item.sender)}, ${momentYearText(item.at, language)}\n${words}`)
    .join('\n\n');
}
