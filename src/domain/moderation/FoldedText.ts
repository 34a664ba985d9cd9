/** What stood before a unit: nothing, only punctuation, or space (with or without punctuation). */
export type Gap = 0 | 1 | 2;

/** One letter of a folded text. It comes from the UTF-16 units `start` to `end` of the text; the letters of one character (a syllable, a kana with its mark) share both. */
export interface Unit {
  char: string;
  start: number;
  end: number;
  gap: Gap;
}

/** A text as the filter reads it: its letters, without spaces and punctuation. */
export type FoldedText = readonly Unit[];
