import { deletePersonDatabase } from '#client/adapters/db/deletePersonDatabase.ts';
import type { AccountRecord, KabarDatabase } from '#client/adapters/db/kabarDatabase.ts';
import type { PrefsState } from '#client/stores/prefsStore.ts';
import { loggedOut } from '#client/stores/sessionStore.ts';
import type { UserId } from '#protocol/ids.ts';
import type { SessionGrant } from '#protocol/session.ts';
import { createAppModel, type AppParts } from './AppModel.ts';
import type { AppShared } from './AppShared.ts';
import { createEntryServices } from './createEntryServices.ts';
import { createShared } from './createShared.ts';
import { openAppLine } from './openAppLine.ts';
import { openPerson } from './openPerson.ts';
import type { AppUpdate } from './registerWorker.ts';

/** The page without a screen: who is logged in, and the ways in and out. */
export interface CreatedApp extends AppParts {
  shared: AppShared;
  /** Opens the app for somebody this device knows; nothing is asked of the network. */
  resume(record: AccountRecord): Promise<void>;
  /** Opens the app for the person of a grant. */
  enter(grant: SessionGrant): Promise<void>;
  /** The worker is registered after the first paint. */
  setUpdate(update: AppUpdate): void;
}

/** Makes the page's model and everything that outlives a log-in. `devicePrefs`: settings that this device has stored. */
export function createApp(kabar: KabarDatabase, devicePrefs: Partial<PrefsState>): CreatedApp {
  const model = createAppModel();
  let update: AppUpdate | undefined;
  const shared = createShared(kabar, devicePrefs, {
    leave: (uid) => leave(uid),
    onDatabaseGone(why) {
      if (why === 'deleted') return forget();
      model.getState().person?.stopEngine();
      model.setState({ trouble: 'outdated' });
    },
    applyUpdate: () => (update ? update.apply() : location.reload()),
  });
  const { session } = shared;
  const forget = (): void => {
    const { person } = model.getState();
    model.setState({ person: undefined });
    session.setState(loggedOut, true);
    person?.close();
  };
  const forgetOne = (uid: UserId): void => (session.getState().userId === uid ? forget() : undefined);
  // After a log-in elsewhere the cookie is the newcomer's, whoever is on this page: start again as them.
  const appLine = openAppLine(forgetOne, () => location.reload());
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
    setUpdate: (made) => void (update = made),
  };
}
