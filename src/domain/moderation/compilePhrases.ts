import type { PhraseMatch } from '#protocol/entities/moderation.ts';
import type { FoldedText, Unit } from './FoldedText.ts';
import { foldForMatch } from './foldForMatch.ts';

/** A phrase as written, and how it meets a text. */
export interface Phrase {
  x: string;
  m: PhraseMatch;
}
/** A place where a phrase stands: `phrase` is its index; `from` and `to` are units, `start` and `length` UTF-16 units of the text. */
export interface PhraseHit {
  phrase: number;
  from: number;
  to: number;
  start: number;
  length: number;
}
/** Finds all phrases in one pass. */
export interface PhraseMatcher {
  find(text: FoldedText): PhraseHit[];
}

interface State {
  next: Map<string, number>;
  /** the longest proper end of this state's letters that is a beginning of some phrase */
  fail: number;
  /** phrases that end here */
  ends: number[];
  /** the next state on the way of `fail` where phrases end; 0: none */
  link: number;
}
interface Compiled {
  m: PhraseMatch;
  size: number;
  /** units before which the phrase itself has a space */
  spaces: number[];
}

/**
 * One automaton over all phrases (Aho and Corasick). Letters are compared as `foldForMatch` gives them, so signs that mean something in a regular expression
 * mean nothing here. A phrase without letters never matches.
 */
export function compilePhrases(phrases: readonly Phrase[]): PhraseMatcher {
  const states: State[] = [newState()];
  const compiled = phrases.map((phrase, index) => addPhrase(states, phrase, index));
  linkStates(states);
  return { find: (text) => findAll(states, compiled, text) };
}

const newState = (): State => ({ next: new Map(), fail: 0, ends: [], link: 0 });

function addPhrase(states: State[], { x, m }: Phrase, index: number): Compiled {
  const units = foldForMatch(x);
  let at = 0;
  for (const { char } of units) {
    const { next } = states[at] as State;
    const known = next.get(char);
    at = known ?? states.push(newState()) - 1;
    if (known === undefined) next.set(char, at);
  }
  if (units.length > 0) states[at]?.ends.push(index);
  const spaces = units.flatMap(({ gap }, unit) => (unit > 0 && gap === 2 ? [unit] : []));
  return { m, size: units.length, spaces };
}

/** Breadth first: the state a failure leads to is always a shallower one. */
function linkStates(states: State[]): void {
  const queue = [...(states[0] as State).next.values()];
  for (let index = 0; index < queue.length; index += 1) {
    const state = states[queue[index] as number] as State;
    for (const [char, to] of state.next) {
      queue.push(to);
      const fail = step(states, state.fail, char);
      const target = states[to] as State;
      target.fail = fail;
      const { ends, link } = states[fail] as State;
      target.link = ends.length > 0 ? fail : link;
    }
  }
}

function step(states: readonly State[], from: number, char: string): number {
  let at = from;
  for (;;) {
    const state = states[at] as State;
    const to = state.next.get(char);
    if (to !== undefined) return to;
    if (at === 0) return 0;
    at = state.fail;
  }
}

function findAll(states: readonly State[], phrases: readonly Compiled[], text: FoldedText): PhraseHit[] {
  const hits: PhraseHit[] = [];
  const sums = sumGaps(text);
  let at = 0;
  for (const [index, { char }] of text.entries()) {
    at = step(states, at, char);
    for (let end = at; end !== 0; end = (states[end] as State).link) {
      for (const phrase of (states[end] as State).ends) {
        const { size } = phrases[phrase] as Compiled;
        const from = index + 1 - size;
        if (isMet(phrases[phrase] as Compiled, text, sums, from)) hits.push(toHit(text, phrase, from, index + 1));
      }
    }
  }
  return hits;
}

const toHit = (text: FoldedText, phrase: number, from: number, to: number): PhraseHit => {
  const { start } = text[from] as Unit;
  return { phrase, from, to, start, length: (text[to - 1] as Unit).end - start };
};

/** Numbers of gaps before each unit, so that a stretch is counted by a subtraction. */
interface GapSums {
  any: number[];
  latinSpaces: number[];
}

function sumGaps(text: FoldedText): GapSums {
  const sums: GapSums = { any: [0], latinSpaces: [0] };
  for (const [index, unit] of text.entries()) {
    const isSpaced = unit.gap === 2 && isSpacedScript(text[index - 1]) && isSpacedScript(unit);
    sums.any.push((sums.any[index] as number) + (unit.gap > 0 ? 1 : 0));
    sums.latinSpaces.push((sums.latinSpaces[index] as number) + (isSpaced ? 1 : 0));
  }
  return sums;
}

/** Scripts that put no spaces between words, and Hangul, whose spaces people leave out or add as they like. */
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\u3099\u309a\u30fc]$/u;

/** Whether a letter belongs to a script that parts its words by spaces. */
export const isSpacedScript = (unit: Unit | undefined): boolean => unit !== undefined && !unspaced.test(unit.char);

/**
 * Whether the letters from `from` on, which are those of the phrase, really are it: whole characters; spaces only where the phrase has them, or between all
 * characters ("f r e e"), or in scripts without spaces; at the edges of words or of the text if the phrase asks for it.
 */
function isMet({ m, size, spaces }: Compiled, text: FoldedText, sums: GapSums, from: number): boolean {
  const to = from + size;
  const [first, last] = [text[from] as Unit, text[to - 1] as Unit];
  if (text[from - 1]?.start === first.start || text[to]?.start === last.start) return false;
  if (m === 'only') return from === 0 && to === text.length;
  if (m === 'word' && !(isEdge(text, from) && isEdge(text, to))) return false;
  const inner = (sum: number[]): number => (sum[to] as number) - (sum[from + 1] as number);
  const isSpelled = size > 1 && inner(sums.any) === size - 1;
  const own = spaces.filter((unit) => isLatinSpace(sums, from + unit)).length;
  return isSpelled || inner(sums.latinSpaces) === own;
}

const isLatinSpace = ({ latinSpaces }: GapSums, unit: number): boolean => latinSpaces[unit + 1] !== latinSpaces[unit];

/** Whether a word can begin or end before this unit. */
function isEdge(text: FoldedText, at: number): boolean {
  const unit = text[at];
  return at === 0 || unit === undefined || unit.gap > 0 || !isSpacedScript(unit) || !isSpacedScript(text[at - 1]);
}
