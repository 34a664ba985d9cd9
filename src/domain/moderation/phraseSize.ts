import { foldForMatch } from './foldForMatch.ts';

/** Characters of a phrase that count: those left after folding, a syllable or a kana with its mark being one. */
export function phraseSize(text: string): number {
  let size = 0;
  let start = -1;
  for (const unit of foldForMatch(text)) {
    if (unit.start !== start) size += 1;
    start = unit.start;
  }
  return size;
}
