import { AppError } from '#protocol/errors.ts';
import type { Handler } from '#server/services/serviceContext.ts';

/** Logs out one device of mine, this one included, or all others. Throws BAD unless exactly one of the two is asked for, NOT_FOUND. */
export const revokeDevice: Handler<'device.revoke'> = async (context, caller, input) => {
  const { userId } = caller;
  if ((input.id === undefined) === (input.others === undefined)) {
    throw new AppError('BAD', { message: 'exactly one of id and others' });
  }
  const { result, devices } = await context.storage.run('revokeDevices', {
    userId,
    op: input.op,
    device: input.id ?? caller.deviceId,
    others: input.others === true,
  });
  if (devices.length > 0) context.live.revokeDevices(userId, devices);
  return result;
};
