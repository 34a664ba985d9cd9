import type { TextKey } from '#client/locales/texts.ts';
import type { ErrorCode } from '#protocol/errors.ts';

/** The words for every error of the wire. A new code does not compile until it has some. */
export const errorText: Record<ErrorCode, TextKey> = {
  BUSY: 'error.BUSY',
  RATE: 'error.RATE',
  UNAVAILABLE: 'error.UNAVAILABLE',
  TIMEOUT: 'error.TIMEOUT',
  STALE_NODE: 'error.STALE_NODE',
  INTERNAL: 'error.INTERNAL',
  UNAUTH: 'error.UNAUTH',
  REVOKED: 'error.REVOKED',
  PROTO: 'error.PROTO',
  GEN: 'error.GEN',
  AHEAD: 'error.AHEAD',
  FENCED: 'error.FENCED',
  ELSEWHERE: 'error.ELSEWHERE',
  BAD: 'error.BAD',
  TOO_LARGE: 'error.TOO_LARGE',
  FORBIDDEN: 'error.FORBIDDEN',
  NOT_MEMBER: 'error.NOT_MEMBER',
  NOT_FOUND: 'error.NOT_FOUND',
  GONE: 'error.GONE',
  FULL: 'error.FULL',
  MUTED: 'error.MUTED',
  WINDOW: 'error.WINDOW',
  BLOCKED: 'error.BLOCKED',
  CID_MISMATCH: 'error.CID_MISMATCH',
  HANDLE_TAKEN: 'error.HANDLE_TAKEN',
  WEAK_PASSWORD: 'error.WEAK_PASSWORD',
  WRONG_LOGIN: 'error.WRONG_LOGIN',
};
