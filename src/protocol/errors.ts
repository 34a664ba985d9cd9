/**
 * What a client does about an error: `never` tell the person, repeating cannot help · `retry` keep and repeat later ·
 * `signIn` renew or ask for a login · `upgrade` reload the app · `resync` drop what was assumed and ask for the state again.
 */
export type Reaction = 'never' | 'retry' | 'signIn' | 'upgrade' | 'resync';

/** Every error code of the wire with its reaction class. A new code does not compile until it has words in every language. */
export const errorReactions = {
  BUSY: 'retry',
  RATE: 'retry',
  UNAVAILABLE: 'retry',
  TIMEOUT: 'retry',
  STALE_NODE: 'retry',
  INTERNAL: 'retry',
  UNAUTH: 'signIn',
  REVOKED: 'signIn',
  PROTO: 'upgrade',
  GEN: 'resync',
  AHEAD: 'resync',
  FENCED: 'resync',
  ELSEWHERE: 'resync',
  BAD: 'never',
  TOO_LARGE: 'never',
  NOT_A_PICTURE: 'never',
  WRONG_TYPE: 'never',
  QUOTA: 'never',
  FORBIDDEN: 'never',
  NOT_MEMBER: 'never',
  NOT_FOUND: 'never',
  GONE: 'never',
  STALE: 'never',
  FULL: 'never',
  MUTED: 'never',
  FROZEN: 'never',
  SLOW: 'retry',
  FILTERED: 'never',
  BANNED: 'never',
  NAME_TAKEN: 'never',
  OWNER: 'never',
  WINDOW: 'never',
  BLOCKED: 'never',
  CID_MISMATCH: 'never',
  HANDLE_TAKEN: 'never',
  WEAK_PASSWORD: 'never',
  WRONG_LOGIN: 'never',
} as const satisfies Record<string, Reaction>;

export type ErrorCode = keyof typeof errorReactions;
export const errorCodes = Object.keys(errorReactions) as ErrorCode[];

/** A refusal as it travels. */
export interface WireError {
  ok: false;
  code: ErrorCode;
  /** earliest useful repeat, ms */
  retry?: number | undefined;
  /** for developers, never shown to people */
  msg?: string | undefined;
}

/** The refusal that an answer is; undefined for every other value. By hand, so that the first answer of a visit needs no parser to be fetched. */
export function readWireError(answer: unknown): WireError | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { ok, code, retry, msg } = answer as Record<string, unknown>;
  if (ok !== false || typeof code !== 'string' || !Object.hasOwn(errorReactions, code)) return undefined;
  if (retry !== undefined && (!Number.isSafeInteger(retry) || Number(retry) < 0)) return undefined;
  if (msg !== undefined && typeof msg !== 'string') return undefined;
  return {
    ok,
    code: code as ErrorCode,
    ...(retry === undefined ? {} : { retry: Number(retry) }),
    ...(msg === undefined ? {} : { msg }),
  };
}

/** An answer: acks are values, never exceptions. */
export type Ack<T> = { ok: true; data: T } | WireError;

/** The one error class of both ends. Anything else that is thrown is a bug and travels as INTERNAL. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Earliest useful repeat in ms, where the thrower knows it. */
  readonly retry: number | undefined;
  constructor(code: ErrorCode, options: { message?: string; retry?: number; cause?: unknown } = {}) {
    super(options.message ?? code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.retry = options.retry;
  }
}

/** The wire form of an error; unknown errors become INTERNAL without their text. */
export function toWireError(error: unknown): WireError {
  if (!(error instanceof AppError)) return { ok: false, code: 'INTERNAL' };
  return {
    ok: false,
    code: error.code,
    ...(error.retry === undefined ? {} : { retry: Math.ceil(error.retry) }),
    ...(error.message === error.code ? {} : { msg: error.message }),
  };
}

export const reactionTo = (code: ErrorCode): Reaction => errorReactions[code];
