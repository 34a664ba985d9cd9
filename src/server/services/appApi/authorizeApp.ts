import { createHash } from 'node:crypto';
import { appState } from '#protocol/entities/appStates.ts';
import { AppError } from '#protocol/errors.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { AppKey } from '#server/storage/units/miniApps/readAppKey.ts';

/** The app whose server shows this token. Throws UNAUTH for a token that is nobody's, FORBIDDEN for an app that was closed or removed. */
export async function authorizeApp({ storage }: Pick<ServiceContext, 'storage'>, token: string): Promise<AppKey> {
  const [, first] = /^(\d{1,15}):[\w-]{1,100}$/.exec(token) ?? [];
  if (first === undefined) throw new AppError('UNAUTH', { message: 'the token of an app is <number>:<secret>' });
  const bot = Number(first);
  const hash = new Uint8Array(createHash('sha256').update(token).digest());
  const key = await storage.run('readAppKey', { bot, hash });
  if (!key) {
    if (await storage.run('isRemovedBot', { bot })) throw new AppError('FORBIDDEN', { message: 'the app was removed' });
    throw new AppError('UNAUTH', { message: 'no such token' });
  }
  if (key.state === appState.closed) throw new AppError('FORBIDDEN', { message: 'the app is closed' });
  return key;
}
