import { randomUUID } from 'node:crypto';
import type { Account } from '#protocol/entities/user.ts';
import type { DeviceId } from '#protocol/ids.ts';
import { toDeviceId } from '#protocol/casts.ts';
import type { SessionGrant } from '#protocol/session.ts';
import type { UnitInput } from '#server/storage/units.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { AccountTools } from './accountTools.ts';
import type { RefreshToken } from './refreshTokens.ts';

/** Life of a session that nobody uses, ms. Every refresh starts it anew. */
export const sessionMs = 90 * 86_400_000;

/** Where a login comes from. */
export interface Visitor {
  readonly ip: string;
  readonly userAgent: string | null;
}

/** A logged-in browser: what its page learns, and the refresh token for the cookie, which pages never see. */
export interface GrantedSession {
  readonly grant: SessionGrant;
  readonly refreshToken: string;
}

type NewSession = UnitInput<'startSession'>['session'];

/** Makes up a device and a session that are not stored yet. `now`: ms. */
export function planSession(
  tools: AccountTools,
  now: number,
  deviceName: string | undefined,
  visitor: Visitor,
): { session: NewSession; token: RefreshToken } {
  const token = tools.refreshTokens.begin(randomUUID());
  const session = {
    deviceId: toDeviceId(randomUUID()),
    deviceName: deviceName?.trim() || 'Browser',
    userAgent: visitor.userAgent?.slice(0, 300) ?? null,
    sessionId: token.sessionId,
    refreshHash: token.hash,
    expiresAt: now + sessionMs,
  };
  return { session, token };
}

/** The answer for a session that is stored. */
export async function grantSession(
  context: ServiceContext,
  tools: AccountTools,
  account: Account,
  deviceId: DeviceId,
  token: RefreshToken,
): Promise<GrantedSession> {
  const access = await tools.accessTokens.issue({ userId: account.id, deviceId, sessionId: token.sessionId });
  return {
    grant: { account, deviceId, token: access.token, exp: access.exp, t: context.now() },
    refreshToken: token.text,
  };
}
