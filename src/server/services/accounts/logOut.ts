import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { AccountTools } from './accountTools.ts';

/** Ends the session of a refresh token. Without one, or with one that is over, there is nothing to do. */
export async function logOut(context: ServiceContext, tools: AccountTools, cookie: string | undefined): Promise<void> {
  const shown = cookie === undefined ? undefined : tools.refreshTokens.parse(cookie);
  if (!shown) return;
  const ended = await context.storage.run('endSession', { sessionId: shown.sessionId, hash: shown.hash });
  if (ended) context.live.revokeDevices(ended.userId, [ended.deviceId]);
}
