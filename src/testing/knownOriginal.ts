import type { Originals } from '#client/stores/originalsOf.ts';
import type { Row } from '#protocol/entities/messages.ts';

/** Originals of replies of which every one is this message: `null` is not for this person's eyes, undefined not known yet. `want`: hears what is asked for. */
export const knownOriginal = (row: Row | null | undefined, want?: (seq: number) => void): Originals => ({
  get: () => row,
  laidOver: () => ({}),
  want: (seq) => want?.(seq),
  listen: () => () => undefined,
});
