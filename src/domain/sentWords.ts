import type { SentBody } from '#protocol/entities/bodies/sentMessage.ts';

/** The words of a message in its body: text, caption, question or name; empty where it has none. */
export const wordsOf = (body: SentBody): string => ('x' in body ? (body.x ?? '') : '');

/** Where people are named in these words. */
export const namedIn = (body: SentBody): readonly (readonly [number, number, number])[] =>
  ('at' in body ? body.at : undefined) ?? none;

const none: readonly (readonly [number, number, number])[] = [];
