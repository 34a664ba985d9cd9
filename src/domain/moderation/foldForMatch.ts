import type { FoldedText, Gap, Unit } from './FoldedText.ts';
import { leetSigns, lookalikes } from './lookalikes.ts';
import { readLeet } from './readLeet.ts';

/** Characters that show nothing or only turn the direction of writing. */
const invisible = /^[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]$/u;
const mark = /^\p{M}$/u;
const space = /^\s$/u;
const word = /^[\p{L}\p{N}\p{So}\p{Sc}]$/u;

/** Finals of Hangul by their order from U+11A8 on, as the letters they are made of: so a syllable equals its letters one by one. */
const finals =
  'ㄱ ㄱㄱ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅅㅅ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'
    .split(' ')
    .map((letters) => letters.normalize('NFKD'));
const doubles = new Map(
  ['ㄲㄱ', 'ㄸㄷ', 'ㅃㅂ', 'ㅆㅅ', 'ㅉㅈ'].map((pair) => {
    const [double = '', single = ''] = pair.normalize('NFKD');
    return [double, single + single] as const;
  }),
);

/**
 * Folds a text for matching: width, case, kana, accents, Hangul in syllables or letters, look-alike letters, digits and signs inside words. What shows nothing
 * is dropped, spaces and punctuation become gaps. Total; time and space grow with the length alone.
 */
export function foldForMatch(text: string): FoldedText {
  const reading: Reading = { units: [], gap: 0 };
  let at = 0;
  for (const char of text) {
    const end = at + char.length;
    // A control character that breaks a line is space, not nothing.
    if (space.test(char)) reading.gap = 2;
    else if (!invisible.test(char)) addChar(reading, char, at, end);
    at = end;
  }
  return readLeet(reading.units);
}

interface Reading {
  units: Unit[];
  /** what has stood since the last unit */
  gap: Gap;
}

function addChar(reading: Reading, char: string, start: number, end: number): void {
  for (const part of spell(char).normalize('NFKD')) {
    if (isVoicing(part) || isConjoining(char)) joinPart(reading, part, start, end);
    else if (mark.test(part)) stretch(reading, end);
    else if (word.test(part) || leetSigns.has(part))
      for (const unit of toLetters(part)) push(reading, unit, start, end);
    else reading.gap = space.test(part) || reading.gap === 2 ? 2 : 1;
  }
}

/** Letters in boxes and flags, which Unicode does not count as letters; marks of kana that stand alone. */
function spell(char: string): string {
  if (char === '\u309b' || char === '\uff9e') return '\u3099';
  if (char === '\u309c' || char === '\uff9f') return '\u309a';
  const code = char.codePointAt(0) ?? 0;
  for (const first of [0x1f1e6, 0x1f150, 0x1f170]) {
    if (code >= first && code < first + 26) return String.fromCharCode(97 + code - first);
  }
  return char;
}

const isVoicing = (part: string): boolean => part === '\u3099' || part === '\u309a';
/** A vowel or final that goes on with the syllable before it, as decomposed text writes it. The letters people type one by one are others. */
const isConjoining = (char: string): boolean => char >= '\u1161' && char <= '\u11ff';

/** Adds to the character before, which then ends here; its letters begin and end together. */
function joinPart(reading: Reading, part: string, start: number, end: number): void {
  const before = reading.gap === 0 ? reading.units.at(-1) : undefined;
  for (const unit of toLetters(part)) push(reading, unit, before?.start ?? start, end);
  stretch(reading, end);
}

/** Moves the end of the last character. */
function stretch({ units, gap }: Reading, end: number): void {
  const start = gap === 0 ? units.at(-1)?.start : undefined;
  for (let at = units.length - 1; at >= 0 && units[at]?.start === start; at -= 1) (units[at] as Unit).end = end;
}

/** One character of compatibility form, in lower case, as the letters it is compared by. */
function toLetters(part: string): string[] {
  const letters: string[] = [];
  for (const char of part.toUpperCase().toLowerCase()) {
    const code = char.charCodeAt(0);
    if (code >= 0x11a8 && code <= 0x11c2) letters.push(...Array.from(finals[code - 0x11a8] ?? char));
    else if (code >= 0x30a1 && code <= 0x30f6) letters.push(String.fromCharCode(code - 0x60));
    else letters.push(...Array.from(lookalikes.get(char) ?? doubles.get(char) ?? char));
  }
  return letters;
}

function push(reading: Reading, char: string, start: number, end: number): void {
  reading.units.push({ char, start, end, gap: reading.gap });
  reading.gap = 0;
}
