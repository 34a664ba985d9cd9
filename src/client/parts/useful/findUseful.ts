import { addressRules } from './addressRules.ts';
import { dateRules } from './dateWords.ts';
import { readWhen, type When } from './readWhen.ts';

/** Something in a text that can be used: a day or moment, or a postal address. `start`, `end`: UTF-16 units. */
export type Useful = { readonly start: number; readonly end: number; readonly text: string } & (
  | { readonly kind: 'when'; readonly when: When }
  | { readonly kind: 'address' }
);

/** Only so many characters of a text are looked at, and so many findings kept. */
const textMax = 2_000;
const foundMax = 20;

/** Finds days, times and addresses in a text; what overlaps is given to what begins first and is longer. `said`: when it was written, ms. */
export function findUseful(text: string, said: number): Useful[] {
  // Wide digits take as many places as narrow ones.
  const plain = text
    .slice(0, textMax)
    .replaceAll(/[０-９]/g, (digit) => String.fromCharCode((digit.codePointAt(0) ?? 0) - 0xfee0));
  if (!/\d/.test(plain)) return [];
  const all = [...findDates(plain, said), ...findAddresses(plain)].toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const kept: Useful[] = [];
  for (const one of all) {
    if (kept.length >= foundMax) break;
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push({ ...one, text: text.slice(one.start, one.end) });
  }
  return kept;
}

const placeOf = ({ index, 0: text }: RegExpExecArray) => ({ start: index, end: index + text.length, text });

function findDates(text: string, said: number): Useful[] {
  return dateRules.flatMap((rule) =>
    [...text.matchAll(rule)].flatMap((match): Useful[] => {
      const when = readWhen(match.groups ?? {}, said);
      return when ? [{ kind: 'when', when, ...placeOf(match) }] : [];
    }),
  );
}

const findAddresses = (text: string): Useful[] =>
  addressRules.flatMap((rule) =>
    [...text.matchAll(rule)].map((match): Useful => ({ kind: 'address', ...placeOf(match) })),
  );
