/**
 * The language whose shapes a text must be drawn in: kana → `ja`, Hangul → `ko`, bopomofo → `zh-Hant`. Only Han: the reader's own language,
 * when it writes Han. Anything else: undefined, the page's language.
 */
export function textLang(text: string, readerLang: string): string | undefined {
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text)) return 'ja';
  if (/\p{Script=Bopomofo}/u.test(text)) return 'zh-Hant';
  if (!/\p{Script=Han}/u.test(text)) return undefined;
  if (readerLang.startsWith('ja')) return 'ja';
  if (readerLang.startsWith('ko')) return 'ko';
  return readerLang.startsWith('zh') ? 'zh-Hant' : undefined;
}
