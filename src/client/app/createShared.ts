import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import { describeDevice } from '#client/adapters/browser/describeDevice.ts';
import type { KabarDatabase } from '#client/adapters/db/kabarDatabase.ts';
import { sessionClient } from '#client/adapters/http/sessionClient.ts';
import { createPrefsStore, defaultPrefs, toPrefs, type PrefsState } from '#client/stores/prefsStore.ts';
import { createSessionStore, loggedOut } from '#client/stores/sessionStore.ts';
import type { AppShared } from './AppShared.ts';
import { appVersion } from './appVersion.ts';
import { toDevicePrefs } from './toDevicePrefs.ts';

/** What only the page as a whole can do. */
export type SharedHooks = Pick<AppShared, 'leave' | 'removeDevice' | 'onDatabaseGone' | 'applyUpdate'>;

/** Makes what outlives a log-in. `devicePrefs`: settings that this device has stored. */
export function createShared(kabar: KabarDatabase, devicePrefs: Partial<PrefsState>, hooks: SharedHooks): AppShared {
  const session = createSessionStore();
  const prefs = createPrefsStore(devicePrefs);
  let stored = devicePrefs;
  const keep = (what: string, work: Promise<unknown>): void => {
    // The screens go on with what is in memory; only the next start would miss it.
    work.catch((error: unknown) => consoleLog.warn('device.notKept', { what, error: String(error) }));
  };
  const shared: AppShared = {
    ...hooks,
    kabar,
    session,
    prefs,
    sessionClient: sessionClient((path, init) => fetch(path, init), describeDevice(navigator.userAgent)),
    appVersion,
    noteAccount(account) {
      if (session.getState().userId !== account.id) return;
      session.setState({ account });
      keep('account', kabar.changeAccount(account.id, { account }));
    },
    endSession(uid) {
      if (session.getState().userId !== uid || session.getState().state !== 'in') return;
      session.setState({ state: 'ended' });
      keep('end', kabar.changeAccount(uid, { ended: 1 }));
    },
    forgetPerson() {
      session.setState(loggedOut, true);
      // What had travelled with the person goes; what belongs to the device stays.
      prefs.setState(toPrefs(defaultPrefs, stored), true);
    },
    setDevicePrefs(change) {
      prefs.setState((state) => toPrefs(state, change), true);
      stored = { ...stored, ...toDevicePrefs(change) };
      keep('prefs', kabar.putDevice('prefs', stored));
    },
  };
  return shared;
}
