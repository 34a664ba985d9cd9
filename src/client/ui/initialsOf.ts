/** Names that were cut lately: cutting takes a segmenter, and a long list draws the same few faces again and again. */
const known = new Map<string, string>();
const KNOWN_MAX = 500;

const HAN_KANA_HANGUL = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;

/**
 * One or two characters that stand for a name: the first character of a CJK name or of a single word, the first letters of the first and
 * last word otherwise. Whole graphemes, so that an emoji or a Hangul syllable is never cut. An empty name gives "?".
 */
export function initialsOf(name: string): string {
  const found = known.get(name);
  if (found !== undefined) return found;
  if (known.size >= KNOWN_MAX) known.clear();
  const initials = cut(name);
  known.set(name, initials);
  return initials;
}

function cut(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(word));
  const first = firstGrapheme(words[0] ?? name.trim());
  if (first === '') return '?';
  const last = words.at(-1);
  if (words.length < 2 || last === undefined || HAN_KANA_HANGUL.test(first) || /\p{Emoji_Presentation}/u.test(first))
    return first.toLocaleUpperCase();
  const second = firstGrapheme(last);
  return /[\p{L}\p{N}]/u.test(second) && !HAN_KANA_HANGUL.test(second)
    ? (first + second).toLocaleUpperCase()
    : first.toLocaleUpperCase();
}

function firstGrapheme(text: string): string {
  const start = text.search(/[\p{L}\p{N}\p{Emoji_Presentation}]/u);
  const from = start < 0 ? text : text.slice(start);
  for (const piece of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(from)) return piece.segment;
  return '';
}
