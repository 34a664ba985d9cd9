import { foldForMatch } from './foldForMatch.ts';

/** The name under which catches of a phrase are counted: the same for every way of writing it. Other rules are counted by their field. */
export const phraseRule = (text: string): string =>
  `p:${foldForMatch(text)
    .map(({ char }) => char)
    .join('')}`;
