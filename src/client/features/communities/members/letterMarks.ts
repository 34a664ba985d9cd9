/** Where in the member list a group of first letters begins. */
export interface LetterMark {
  label: string;
  index: number;
}

/** First hiragana of each row of the Japanese order. */
const kanaRows = ['あ', 'か', 'さ', 'た', 'な', 'は', 'ま', 'や', 'ら', 'わ'];
/** Initial consonants of Hangul syllables, as they stand in the code. */
const jamo = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';

/**
 * Marks to jump to, from the first letters of folded names as the server counts them. Neighbours that people look up together are one mark: rows of kana,
 * initial consonants of Hangul, all Han characters (their order in the code says nothing to anybody), digits, and signs.
 */
export function letterMarks(letters: readonly (readonly [string, number])[]): LetterMark[] {
  const marks: LetterMark[] = [];
  for (const [letter, index] of letters) {
    const label = groupOf(letter);
    if (marks.at(-1)?.label !== label) marks.push({ label, index });
  }
  return marks;
}

/** Where somebody who types a letter wants to be: at the first name from there on. */
export function findLetter(letters: readonly (readonly [string, number])[], typed: string): number | undefined {
  return letters.find(([letter]) => letter >= typed)?.[1];
}

function groupOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0xac00 && code <= 0xd7a3) return jamo[Math.floor((code - 0xac00) / 588)] ?? letter;
  if (code >= 0x3041 && code <= 0x3096) return kanaRows.findLast((row) => row <= letter) ?? 'あ';
  if (/\p{Script=Han}/u.test(letter)) return '漢';
  if (/\p{N}/u.test(letter)) return '0–9';
  return /\p{L}/u.test(letter) ? letter.toUpperCase() : '☆';
}
