import type { ErrorCode } from '#protocol/errors.ts';

/** Codes that any request may answer beside its own. INTERNAL is one of them on the wire and never in a test. */
export const generalCodes: readonly ErrorCode[] = [
  'BAD',
  'TOO_LARGE',
  'UNAUTH',
  'REVOKED',
  'RATE',
  'BUSY',
  'UNAVAILABLE',
  'FENCED',
];
