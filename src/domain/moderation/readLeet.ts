import type { Gap, Unit } from './FoldedText.ts';
import { leetDigits, leetSigns } from './lookalikes.ts';

const isLatin = (unit: Unit | undefined): boolean => unit !== undefined && unit.char >= 'a' && unit.char <= 'z';
const isDigit = (unit: Unit | undefined): boolean => unit !== undefined && unit.char >= '0' && unit.char <= '9';

/**
 * Reads digits as letters in words that have letters too ("fr33", not "33"), and signs between two letters or digits of such a word ("c@sh", not "@ana").
 * Other signs are punctuation, except currency, which stays. Words end where a gap or another script begins.
 */
export function readLeet(units: readonly Unit[]): Unit[] {
  const read: Unit[] = [];
  let lost: Gap = 0;
  for (let from = 0; from < units.length;) {
    const to = endOfWord(units, from);
    const run = units.slice(from, to);
    const hasLetters = run.some(isLatin);
    for (const [index, unit] of run.entries()) {
      const char = hasLetters ? readUnit(run, index) : unit.char;
      if (leetSigns.has(char) && char !== '$') {
        lost = Math.max(lost, unit.gap, 1) as Gap;
        continue;
      }
      read.push({ ...unit, char, gap: Math.max(lost, unit.gap) as Gap });
      lost = 0;
    }
    from = to;
  }
  return read;
}

function endOfWord(units: readonly Unit[], from: number): number {
  let to = from + 1;
  while (to < units.length && isWordUnit(units[to - 1]) && isWordUnit(units[to]) && units[to]?.gap === 0) to += 1;
  return to;
}

const isWordUnit = (unit: Unit | undefined): boolean =>
  unit !== undefined && (isLatin(unit) || isDigit(unit) || leetSigns.has(unit.char));

function readUnit(run: readonly Unit[], index: number): string {
  const char = (run[index] as Unit).char;
  const digit = leetDigits.get(char);
  if (digit !== undefined) return digit;
  const sign = leetSigns.get(char);
  const isInside = [run[index - 1], run[index + 1]].every(isWordUnit);
  return sign !== undefined && isInside ? sign : char;
}
