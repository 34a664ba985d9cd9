import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import { forgetMedia } from '#client/adapters/media/forgetMedia.ts';
import { deletePersonDatabase } from '#client/adapters/db/deletePersonDatabase.ts';
import type { DatabaseEnd } from '#client/adapters/db/dexieLocalStore.ts';
import type { AccountRecord, KabarDatabase } from '#client/adapters/db/kabarDatabase.ts';
import type { PrefsState } from '#client/stores/prefsStore.ts';
import type { SessionState } from '#client/stores/sessionStore.ts';
import type { UserId } from '#protocol/ids.ts';
import type { LeftBehind } from '#sync/changes.ts';
import type { SessionGrant } from '#protocol/session.ts';
import { createAppModel, type AppParts } from './AppModel.ts';
import { takeLastWords } from './storage/lastWords.ts';
import type { AppShared } from './AppShared.ts';
import { createEntryServices, type StartServices } from './createEntryServices.ts';
import { createShared } from './createShared.ts';
import { openAppLine, type Entered } from './openAppLine.ts';
import { openPerson, type OpenOptions } from './openPerson.ts';
import { parseRoute } from './parseRoute.ts';
import type { AppUpdate } from './registerWorker.ts';
import { removeDevice, showRemoved } from './removeDevice.ts';
import { survivingRecord } from './survivingRecord.ts';

/** How long a person who leaves waits for the server, ms. */
const leaveWaitMs = 3_000;

/** The page without a screen: who is logged in, and the ways in and out. */
export interface CreatedApp extends AppParts {
  entry: StartServices;
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
    removeDevice: (uid) => removal.run(uid),
    onDatabaseGone(why) {
      if (why === 'upgraded') showOutdated(model);
      else void orTrouble(comeBack({ model, shared, open, forget }, why));
    },
    applyUpdate: () => (update ? update.apply() : location.reload()),
  });
  const { session } = shared;
  const removal = whenOpen(model, (uid) => removeDevice({ model, shared }, uid));
  const forget = async (): Promise<void> => {
    const { person } = model.getState();
    model.setState({ person: undefined });
    shared.forgetPerson();
    history.replaceState(null, '', '/login');
    await person?.close();
  };
  const forgetOne = (uid: UserId): void => void (session.getState().userId === uid && forget());
  // After a log-in elsewhere the cookie is the newcomer's, whoever is on this page: start again as them. A tab of the same session is no newcomer: where
  // no database can be opened every tab enters by the cookie, and two would reload each other for ever.
  const appLine = openAppLine(forgetOne, (entered) => {
    if (!isHere(session.getState(), entered)) location.reload();
  });
  const leave = async (uid: UserId): Promise<void> => {
    await endServerSession(shared, () => model.getState().person?.stopEngine());
    appLine.sayLeft(uid);
    await forget();
    await kabar.deleteAccount(uid);
    takeLastWords(uid);
    await deletePersonDatabase(uid);
    await forgetMedia();
  };
  const open = async (record: AccountRecord, options: OpenOptions = {}): Promise<void> => {
    await model.getState().person?.close();
    const { uid, deviceId, account } = record;
    session.setState({ state: record.ended ? 'ended' : 'in', userId: uid, deviceId, account }, true);
    model.setState({ person: await openPerson(shared, record, options) });
    removal.opened();
  };
  const orTrouble = (work: Promise<void>): Promise<void> => work.catch((error: unknown) => showDamage(model, error));
  const enter = async (grant: SessionGrant): Promise<void> => {
    await orTrouble(openByGrant({ shared, open }, grant));
    appLine.sayEntered({ uid: grant.account.id, deviceId: grant.deviceId });
    model.getState().person?.startEngine();
  };
  return {
    model,
    entry: createEntryServices(shared, { enter, sayLeft: appLine.sayLeft }),
    notePath: (path) => noteRoute(shared, path),
    shared,
    resume: async (record) => (record.left ? showRemoved(shared, record) : orTrouble(open(record))),
    enter,
    setUpdate: (made) => void (update = made),
  };
}

/** Whether the session that another tab tells of is the one of this tab. */
function isHere({ state, userId, deviceId }: SessionState, entered: Entered): boolean {
  return state === 'in' && userId === entered.uid && deviceId === entered.deviceId;
}

/** Opens the app after a log-in, with what a log-out from elsewhere has left here of the same person. */
async function openByGrant({ shared, open }: Pick<ComingBack, 'shared' | 'open'>, grant: SessionGrant): Promise<void> {
  const { account, deviceId } = grant;
  const rescued = await takeLeft(shared, account.id);
  // Until the new database holds them, the record does.
  await remember(shared.kabar, { uid: account.id, deviceId, account, lastUsed: Date.now(), left: rescued });
  await open({ uid: account.id, deviceId, account, lastUsed: Date.now() }, { grant, rescued });
  if (rescued) await shared.kabar.changeAccount(account.id, { left: undefined }).catch(notKept);
}

/** The database went away under an open tab: who is still logged in gets a new one, with the unsent work of the old. */
async function comeBack(parts: ComingBack, why: DatabaseEnd): Promise<void> {
  const { model, shared, open, forget } = parts;
  const { userId, state } = shared.session.getState();
  if (state === 'removed' || userId === undefined) return;
  // Another tab was the first to hear that this device was logged out.
  if ((await shared.kabar.getAccount(userId).catch(() => undefined))?.left) return shared.removeDevice(userId);
  const rescued = model.getState().person?.unsent();
  const record = await survivingRecord(shared.kabar, shared.session.getState(), why);
  if (!record) return forget();
  await open(record, { rescued });
  model.getState().person?.startEngine();
}

interface ComingBack {
  model: AppParts['model'];
  shared: AppShared;
  open(record: AccountRecord, options: OpenOptions): Promise<void>;
  forget(): Promise<void>;
}

/** A newer version of the app has changed the database: this one must not touch it any more. */
function showOutdated(model: AppParts['model']): void {
  model.getState().person?.stopEngine();
  model.setState({ trouble: 'outdated' });
}

/** Whatever storage does, the page says something. */
function showDamage(model: AppParts['model'], error: unknown): void {
  consoleLog.warn('person.unreadable', { error: String(error) });
  model.setState({ trouble: 'damaged' });
}

/** A full device does not remember the person; that is no reason to keep them out. */
async function remember(kabar: KabarDatabase, record: AccountRecord): Promise<void> {
  try {
    await Promise.all([kabar.putAccount(record), kabar.putDevice('leaving', false)]);
  } catch (error) {
    notKept(error);
  }
}

const notKept = (error: unknown): void => consoleLog.warn('account.notKept', { error: String(error) });

/** Somebody comes: what a log-out from elsewhere has left of themselves is theirs again, that of anybody else goes. */
async function takeLeft({ kabar, session }: AppShared, uid: UserId): Promise<LeftBehind | undefined> {
  const { state, userId, left } = session.getState();
  if (state === 'removed' && userId !== undefined && userId !== uid) await kabar.deleteAccount(userId).catch(notKept);
  const known = await kabar.getAccount(uid).catch(() => undefined);
  return known?.left ?? (userId === uid ? left : undefined);
}

/** Work that needs the open person waits until there is one: other tabs may be heard before that. */
function whenOpen(model: AppParts['model'], work: (uid: UserId) => Promise<void>) {
  let waiting: UserId | undefined;
  const run = (uid: UserId): void => {
    if (!model.getState().person) return void (waiting = uid);
    void work(uid);
  };
  return {
    run,
    opened() {
      if (waiting !== undefined) run(waiting);
      waiting = undefined;
    },
  };
}

/** Only chats are worth coming back to: a page of settings is left when it is done. */
function noteRoute({ kabar }: AppShared, path: string): void {
  if (parseRoute(path).at !== 'chats') return;
  // The next start would show the list instead; not worth a word.
  kabar.putDevice('route', path).catch(() => undefined);
}

/**
 * Ends the session of the cookie. The mark goes first: if the server cannot be reached, its cookie must not log the person in again at the next start, which
 * tells the server instead. The answer comes before the log-in screen, because it takes the cookie away, and must not take that of a new log-in.
 */
async function endServerSession({ kabar, sessionClient }: AppShared, stopEngine: () => void): Promise<void> {
  await kabar.putDevice('leaving', true);
  stopEngine();
  const wait = new Promise<undefined>((resolve) => setTimeout(resolve, leaveWaitMs, undefined));
  const answer = await Promise.race([sessionClient.logOut(), wait]);
  if (answer?.ok) await kabar.putDevice('leaving', false);
}
