import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** A refresh token taken apart. `hash` is all that the database knows of it. */
export interface RefreshToken {
  readonly sessionId: string;
  readonly text: string;
  readonly hash: Uint8Array;
}

/**
 * Refresh tokens: `session.secret.seal`. The seal proves that a text was once ours, so that a guess never counts as the reuse of an old token.
 * The successor of a token follows from the token and the server's secret. Whoever asks again because the answer was lost gets the same one,
 * and two tabs that ask at the same time end with the same cookie.
 */
export interface RefreshTokens {
  /** The first token of a session. */
  begin(sessionId: string): RefreshToken;
  successor(token: RefreshToken): RefreshToken;
  /** Undefined for anything that this server did not make. */
  parse(text: string): RefreshToken | undefined;
}

const sessionIdPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const secretBytes = 32;

/** Makes {@link RefreshTokens} from the server's secret. */
export function createRefreshTokens(secret: Uint8Array): RefreshTokens {
  const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), 'kabar refresh token', 32));
  const mac = (use: string, text: string) => createHmac('sha256', key).update(`${use}:${text}`).digest();
  const build = (sessionId: string, body: Buffer): RefreshToken => {
    const bare = `${sessionId}.${body.toString('base64url')}`;
    const text = `${bare}.${mac('seal', bare).subarray(0, 16).toString('base64url')}`;
    return { sessionId, text, hash: createHash('sha256').update(text).digest() };
  };
  return {
    begin: (sessionId) => build(sessionId, randomBytes(secretBytes)),
    successor: (token) => build(token.sessionId, mac('next', token.text)),
    parse(text) {
      const [sessionId = '', body = ''] = text.split('.');
      if (!sessionIdPattern.test(sessionId)) return undefined;
      const rebuilt = build(sessionId, Buffer.from(body, 'base64url'));
      const given = Buffer.from(text);
      const expected = Buffer.from(rebuilt.text);
      return given.length === expected.length && timingSafeEqual(given, expected) ? rebuilt : undefined;
    },
  };
}
