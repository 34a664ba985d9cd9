import { groupAddPref, isGroupAddAudience } from '#domain/groupAddRules.ts';
import { isPresenceAudience, presencePref } from '#domain/presenceRules.ts';
import { AppError } from '#protocol/errors.ts';
import type { Handlers } from '#server/services/serviceContext.ts';
import type { AccountTools } from './accountTools.ts';
import { changePassword } from './changePassword.ts';
import { renewAuth } from './renewAuth.ts';
import { revokeDevice } from './revokeDevice.ts';

/** Requests about myself, my devices and finding people. */
export type AccountRequest =
  | 'account.get'
  | 'account.password'
  | 'account.update'
  | 'auth.renew'
  | 'device.list'
  | 'device.revoke'
  | 'heartbeat'
  | 'pref.set'
  | 'user.find'
  | 'users.get';

/** Makes the handlers of {@link AccountRequest}. */
export function createAccountHandlers(tools: AccountTools): Handlers<AccountRequest> {
  return {
    'account.get': async ({ storage }, { userId }) => ({ account: await storage.run('getAccount', { userId }) }),
    'account.password': (context, caller, input) => changePassword(context, tools, caller, input),
    'account.update': async ({ storage }, { userId }, { name, av, status, op }) => {
      const { result } = await storage.run('updateAccount', { userId, op, name, avatar: av, status });
      return result;
    },
    'auth.renew': (_context, caller, input) => renewAuth(tools, caller, input),
    'device.list': async ({ storage }, { userId, deviceId }) => ({
      items: await storage.run('listDevices', { userId, current: deviceId }),
    }),
    'device.revoke': revokeDevice,
    heartbeat: (context) => Promise.resolve({ t: context.now() }),
    'pref.set': async (context, { userId }, { key, val, op }) => {
      if (!isSound(key, val)) throw new AppError('BAD', { message: 'this setting has no such value' });
      const { result, isRepeat } = await context.storage.run('setPref', { userId, op, key, val });
      if (!isRepeat) context.live.publishUser(userId);
      return result;
    },
    'user.find': async ({ storage }, _caller, { handle }) => ({ user: await storage.run('findUser', { handle }) }),
    'users.get': async ({ storage }, { userId }, { ids }) => ({
      items: await storage.run('getUsers', { me: userId, ids }),
    }),
  };
}

/** Settings are the client's business, but for those that this side obeys. */
function isSound(key: string, text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    // The text is stored as it came: only the plain form of a word is taken.
    const isWord = { [presencePref]: isPresenceAudience, [groupAddPref]: isGroupAddAudience }[key];
    return isWord === undefined || (isWord(value) && JSON.stringify(value) === text);
  } catch {
    // The parser's complaint adds nothing to BAD.
    return false;
  }
}
