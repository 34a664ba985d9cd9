import type { MediaId } from './media.ts';

/** Total cast for values that are already known to be valid. */
export const toMediaId = (value: string): MediaId => value as MediaId;
