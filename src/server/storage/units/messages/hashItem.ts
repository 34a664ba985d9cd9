import { hashBody } from '#server/storage/rows/hashBody.ts';
import type { AppendItem } from './appendTypes.ts';

/** Fingerprint of a message as it was sent, also where its body has become another one since. */
export const hashItem = ({ k, b, re, hash }: AppendItem): Uint8Array =>
  hash ?? hashBody(k, JSON.stringify(b), re ?? null);
