import { hkdfSync } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { AppError } from '#protocol/errors.ts';
import { deviceIdSchema, userIdSchema, type DeviceId, type UserId } from '#protocol/ids.ts';

/** Life of an access token, ms. */
export const accessTokenMs = 10 * 60_000;

/** What an access token proves. */
export interface AccessClaims {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly sessionId: string;
  /** End of the token, ms. */
  readonly exp: number;
}

/** Signs and checks access tokens. They are never stored; whether the session still lives is the session guard's question. */
export interface AccessTokens {
  issue(who: Omit<AccessClaims, 'exp'>): Promise<{ token: string; exp: number }>;
  /** Throws UNAUTH for anything that is not a token of ours that has not ended. */
  verify(token: string): Promise<AccessClaims>;
}

const algorithm = 'HS256';
const issuer = 'kabar';

/** Makes {@link AccessTokens} from the server's secret. `now`: server clock, ms. */
export function createAccessTokens(secret: Uint8Array, now: () => number): AccessTokens {
  const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), 'kabar access token', 32));
  return {
    async issue({ userId, deviceId, sessionId }) {
      // JWT counts in seconds; rounding down keeps the promised end true.
      const exp = Math.floor((now() + accessTokenMs) / 1_000);
      const token = await new SignJWT({ sid: sessionId, device: deviceId })
        .setProtectedHeader({ alg: algorithm })
        .setIssuer(issuer)
        .setSubject(String(userId))
        .setExpirationTime(exp)
        .sign(key);
      return { token, exp: exp * 1_000 };
    },
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [algorithm],
          issuer,
          currentDate: new Date(now()),
          requiredClaims: ['sub', 'sid', 'device', 'exp'],
        });
        return {
          userId: userIdSchema.parse(Number(payload.sub)),
          deviceId: deviceIdSchema.parse(payload['device']),
          sessionId: String(payload['sid']),
          exp: (payload.exp ?? 0) * 1_000,
        };
      } catch (error) {
        const ended = error instanceof errors.JWTExpired;
        throw new AppError('UNAUTH', { message: ended ? 'token expired' : 'bad token', cause: error });
      }
    },
  };
}
