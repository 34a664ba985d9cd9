import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import { describeDevice } from '#client/adapters/browser/describeDevice.ts';
import { deletePersonDatabase } from '#client/adapters/db/deletePersonDatabase.ts';
import type { AccountRecord, KabarDatabase } from '#client/adapters/db/kabarDatabase.ts';
import { sessionClient } from '#client/adapters/http/sessionClient.ts';
import { createPrefsStore, toPrefs, type PrefsState } from '#client/stores/prefsStore.ts';
import { createSessionStore, loggedOut } from '#client/stores/sessionStore.ts';
import type { UserId } from '#protocol/ids.ts';
import type { SessionGrant } from '#protocol/session.ts';
import type { AppShared } from './AppShared.ts';
import { createAppModel, type AppParts } from './AppModel.ts';
import { appVersion } from './appVersion.ts';
import { createEntryServices } from './createEntryServices.ts';
import { openAppLine } from './openAppLine.ts';
import { openPerson } from './openPerson.ts';
import type { AppUpdate } from './registerWorker.ts';
import { toDevicePrefs } from './toDevicePrefs.ts';

/** The page without a screen: who is logged in, and the ways in and out. */
export interface CreatedApp extends AppParts {
  shared: AppShared;
  /** Opens the app for somebody this device knows. */
  resume(record: AccountRecord): Promise<void>;
  /** Opens the app for the person of a grant. */
  enter(grant: SessionGrant): Promise<void>;
  /** The worker is registered after the first paint. */
  setUpdate(update: AppUpdate): void;
}

/** Makes the app's model and everything that outlives a log-in. `devicePrefs`: settings that this device has stored. */
export function createApp(kabar: KabarDatabase, devicePrefs: Partial<PrefsState>): CreatedApp {
  const model = createAppModel();
  const session = createSessionStore();
  const prefs = createPrefsStore(devicePrefs);
  let stored = devicePrefs;
  let update: AppUpdate | undefined;
  const keep = (what: string, work: Promise<unknown>): void => {
    // The screens go on with what is in memory; only the next start would miss it.
    work.catch((error: unknown) => consoleLog.warn('device.notKept', { what, error: String(error) }));
  };
  const forget = (): void => {
    model.getState().person?.close();
    model.setState({ person: undefined });
    session.setState(loggedOut, true);
  };
  const appLine = openAppLine(
    (uid) => {
      if (session.getState().userId === uid) forget();
    },
    // The cookie is the newcomer's now, whoever is on this page: start again as them.
    () => location.reload(),
  );

  const shared: AppShared = {
    kabar,
    session,
    prefs,
    sessionClient: sessionClient((path, init) => fetch(path, init), describeDevice(navigator.userAgent)),
    appVersion,
    noteGrant({ account }) {
      shared.noteAccount(account);
    },
    noteAccount(account) {
      if (session.getState().userId !== account.id) return;
      session.setState({ account });
      keep('account', kabar.changeAccount(account.id, { account }));
    },
    endSession(uid) {
      if (session.getState().userId !== uid || session.getState().state === 'ended') return;
      session.setState({ state: 'ended' });
      keep('end', kabar.changeAccount(uid, { ended: 1 }));
    },
    leave: (uid) => leave(uid),
    setDevicePrefs(change) {
      prefs.setState((state) => toPrefs(state, change), true);
      stored = { ...stored, ...toDevicePrefs(change) };
      keep('prefs', kabar.putDevice('prefs', stored));
    },
    onDatabaseGone(why) {
      if (why === 'deleted') return forget();
      model.getState().person?.stopEngine();
      model.setState({ trouble: 'outdated' });
    },
    applyUpdate: () => (update ? update.apply() : location.reload()),
  };

  const leave = async (uid: UserId): Promise<void> => {
    // The mark goes first: if the server cannot be reached now, its cookie must not log the person in again at the next start.
    await kabar.putDevice('leaving', true);
    forget();
    appLine.sayLeft(uid);
    await kabar.deleteAccount(uid);
    await deletePersonDatabase(uid);
    const answer = await shared.sessionClient.logOut();
    if (answer.ok) await kabar.putDevice('leaving', false);
  };
  const open = async (record: AccountRecord, grant?: SessionGrant): Promise<void> => {
    model.getState().person?.close();
    const { uid, deviceId, account } = record;
    session.setState({ state: record.ended ? 'ended' : 'in', userId: uid, deviceId, account }, true);
    const person = await openPerson(shared, record, grant);
    if ('failed' in person) model.setState({ trouble: person.failed === 'upgraded' ? 'outdated' : 'damaged' });
    else model.setState({ person });
  };
  const enter = async (grant: SessionGrant): Promise<void> => {
    const { account, deviceId } = grant;
    const record: AccountRecord = { uid: account.id, deviceId, account, lastUsed: Date.now() };
    await Promise.all([kabar.putAccount(record), kabar.putDevice('leaving', false)]);
    await open(record, grant);
    appLine.sayEntered(account.id);
    model.getState().person?.startEngine();
  };
  return {
    model,
    entry: createEntryServices(shared, enter),
    shared,
    resume: (record) => open(record),
    enter,
    setUpdate: (made) => (update = made),
  };
}
