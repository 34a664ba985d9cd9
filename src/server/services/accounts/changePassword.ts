import { AppError } from '#protocol/errors.ts';
import type { RequestOutput, RequestParsed } from '#protocol/requests.ts';
import type { Caller, ServiceContext } from '#server/services/serviceContext.ts';
import type { AccountTools } from './accountTools.ts';
import { checkPassword } from './checkPassword.ts';

/**
 * Changes the password and logs out all other devices. A repeat is recognised before the present password is asked for: after the first time
 * it is no longer the right one. Throws WRONG_LOGIN, WEAK_PASSWORD.
 */
export async function changePassword(
  context: ServiceContext,
  tools: AccountTools,
  caller: Caller,
  input: RequestParsed<'account.password'>,
): Promise<RequestOutput<'account.password'>> {
  const { userId, deviceId } = caller;
  const state = await context.storage.run('getPasswordState', { userId, op: input.op });
  if (state.done) return state.done;
  const isRight = await tools.passwords.verify(state.password, input.current);
  if (!isRight) throw new AppError('WRONG_LOGIN');
  await checkPassword(input.next, state.handle);
  const password = await tools.passwords.hash(input.next);
  const { result, devices } = await context.storage.run('setPassword', {
    userId,
    op: input.op,
    password,
    keep: deviceId,
  });
  if (devices.length > 0) context.live.revokeDevices(userId, devices);
  return result;
}
