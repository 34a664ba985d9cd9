/** `@name` as far as it is written: from `start` (at the `@`) to the caret. */
export interface MentionQuery {
  start: number;
  query: string;
}

/** Longest name that is looked for, UTF-16 units. */
const LONGEST = 40;

/**
 * The name that is being written at the caret, if any. An `@` counts at the start, after white space, and after any letter that is not Latin, because
 * Japanese, Chinese and Korean put no space before it; after a Latin letter, a digit or a dot it is part of an address.
 */
export function findMentionQuery(text: string, caret: number): MentionQuery | undefined {
  const before = text.slice(Math.max(0, caret - LONGEST - 1), caret);
  const offset = caret - before.length;
  const at = Math.max(before.lastIndexOf('@'), before.lastIndexOf('＠'));
  if (at < 0) return undefined;
  const query = before.slice(at + 1);
  if (/[\n\r]|\s{2}|^\s/u.test(query)) return undefined;
  const previous = offset + at > 0 ? text[offset + at - 1] : undefined;
  if (previous !== undefined && /[\p{Script=Latin}\p{N}._%+-]/u.test(previous)) return undefined;
  return { start: offset + at, query };
}
