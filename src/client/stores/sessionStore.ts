import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Account } from '#protocol/entities/user.ts';
import type { DeviceId, UserId } from '#protocol/ids.ts';

/**
 * Who is logged in on this browser. `unknown` only until the device's own record was read: no network is asked before the first paint.
 * `ended`: the server ended the session (logged out elsewhere); the cache is still readable until the person leaves.
 */
export interface SessionState {
  state: 'unknown' | 'out' | 'in' | 'ended';
  userId: UserId | undefined;
  deviceId: DeviceId | undefined;
  /** last known account card; kept on the device */
  account: Account | undefined;
}

/** Nobody. */
export const loggedOut: SessionState = { state: 'out', userId: undefined, deviceId: undefined, account: undefined };

/** Makes the store of who is logged in. */
export function createSessionStore(): StoreApi<SessionState> {
  return createStore<SessionState>(() => ({ ...loggedOut, state: 'unknown' }));
}
