import { AppError } from '#protocol/errors.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { AccountTools } from './accountTools.ts';
import { grantSession, sessionMs, type GrantedSession } from './grantSession.ts';

/**
 * A fresh access token for a refresh token, and the next refresh token. Throws UNAUTH without a token of ours, REVOKED when the session is over.
 * An old token ends the session: somebody else holds a copy of it, and nobody can tell which of the two is the thief.
 */
export async function refreshSession(
  context: ServiceContext,
  tools: AccountTools,
  cookie: string | undefined,
): Promise<GrantedSession> {
  const shown = cookie === undefined ? undefined : tools.refreshTokens.parse(cookie);
  if (!shown) throw new AppError('UNAUTH', { message: 'no session' });
  const next = tools.refreshTokens.successor(shown);
  const result = await context.storage.run('rotateSession', {
    sessionId: shown.sessionId,
    hash: shown.hash,
    nextHash: next.hash,
    expiresAt: context.now() + sessionMs,
  });
  if (result.is === 'live') return grantSession(context, tools, result.account, result.deviceId, next);
  if (result.is === 'reuse') context.live.revokeDevices(result.userId, [result.deviceId]);
  throw new AppError('REVOKED', { message: result.is === 'reuse' ? 'old refresh token' : 'session is over' });
}
