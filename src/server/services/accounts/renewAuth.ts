import { AppError } from '#protocol/errors.ts';
import type { RequestOutput, RequestParsed } from '#protocol/requests.ts';
import type { Caller } from '#server/services/serviceContext.ts';
import type { AccountTools } from './accountTools.ts';

/** Checks a newer access token of the same session; the transport moves the end of the connection to `exp`. Throws UNAUTH. */
export async function renewAuth(
  tools: AccountTools,
  caller: Caller,
  input: RequestParsed<'auth.renew'>,
): Promise<RequestOutput<'auth.renew'>> {
  const claims = await tools.accessTokens.verify(input.token);
  if (claims.sessionId !== caller.sessionId || claims.deviceId !== caller.deviceId || claims.userId !== caller.userId) {
    throw new AppError('UNAUTH', { message: 'token of another session' });
  }
  return { exp: claims.exp };
}
