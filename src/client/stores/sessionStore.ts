import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Account } from '#protocol/entities/user.ts';
import type { LeftBehind } from '#sync/changes.ts';
import type { DeviceId, UserId } from '#protocol/ids.ts';

/**
 * Who is logged in on this browser. `unknown` only until the device's own record was read: no network is asked before the first paint.
 * `ended`: the session is gone, by a lost cookie for example; the cache is still readable until the person leaves. `removed`: the server has logged this
 * device out; nothing of the person is shown any more but what was not sent.
 */
export interface SessionState {
  state: 'unknown' | 'out' | 'in' | 'ended' | 'removed';
  userId: UserId | undefined;
  deviceId: DeviceId | undefined;
  /** last known account card; kept on the device */
  account: Account | undefined;
  /** with `removed` */
  left?: LeftBehind | undefined;
}

/** Nobody. */
export const loggedOut: SessionState = { state: 'out', userId: undefined, deviceId: undefined, account: undefined };

/** Makes the store of who is logged in. */
export function createSessionStore(): StoreApi<SessionState> {
  return createStore<SessionState>(() => ({ ...loggedOut, state: 'unknown' }));
}
