import { browserClock } from '#client/adapters/browser/browserClock.ts';
import { browserRandom } from '#client/adapters/browser/browserRandom.ts';
import { browserSurroundings } from '#client/adapters/browser/browserSurroundings.ts';
import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import { openTabLine } from '#client/adapters/browser/openTabLine.ts';
import { webLocks } from '#client/adapters/browser/webLocks.ts';
import type { AccountRecord } from '#client/adapters/db/kabarDatabase.ts';
import { openPersonStore } from '#client/adapters/db/openPersonStore.ts';
import { httpRpc } from '#client/adapters/http/httpRpc.ts';
import { personSession } from '#client/adapters/http/personSession.ts';
import type { Services } from '#client/context.ts';
import type { SessionGrant } from '#protocol/session.ts';
import type { UserId } from '#protocol/ids.ts';
import type { CommandPorts } from '#sync/commands/commandContext.ts';
import { createCommands } from '#sync/commands/createCommands.ts';
import { loopLine } from '#sync/loopLine.ts';
import type { LocalStore, TabLine } from '#sync/ports.ts';
import { shownChats } from '#sync/eviction/shownChats.ts';
import { startAlerts } from './alerts/startAlerts.ts';
import type { AppShared } from './AppShared.ts';
import { createPersonView, type PersonView } from './createPersonView.ts';
import { createServices, type ServicesDeps } from './createServices.ts';
import { engineHost, type EngineHost } from './engineHost.ts';
import { lateMedia } from './media/lateMedia.ts';
import type { Pictures } from './pictures/createPictures.ts';
import { openPictures } from './pictures/openPictures.ts';
import type { LocalEnginePorts } from './storage/localEngine.ts';
import { severableLine } from './storage/severableLine.ts';
import { storeSwitch, type Unsent } from './storage/storeSwitch.ts';
import { putLastWords, takeLastWords } from './storage/lastWords.ts';
import { putUnsent, unsentOf } from './storage/unsent.ts';

/** A logged-in person of this tab. */
export interface Person {
  services: Services;
  pictures: Pictures;
  /** where this tab keeps the person's rows */
  store: LocalStore;
  /** Starts the engine of this tab; it leads if no other tab does. */
  startEngine(): void;
  /** Lets go of locks and sockets at once; the screens stay. */
  stopEngine(): void;
  /** Reads everything on screen again, after the tab slept. */
  reload(): void;
  /** What this tab knows of the person's unsent work, whatever became of the database. */
  unsent(): Unsent;
  /** Ends everything of this person in this tab; resolves when the database is closed. */
  close(): Promise<void>;
}

/** What a person's opening may begin with. */
export interface OpenOptions {
  /** of the login that has just happened */
  grant?: SessionGrant | undefined;
  /** unsent work of a database that was taken away */
  rescued?: Unsent | undefined;
}

const clock = browserClock;
const surroundings = browserSurroundings();

/**
 * Opens a person's database and reads what the first paint needs; no network is asked. A browser in which no database can be opened gives the person a tab that
 * works in memory and says so.
 */
export async function openPerson(
  shared: AppShared,
  record: AccountRecord,
  { grant, rescued }: OpenOptions = {},
): Promise<Person> {
  const disk = await openDisk(shared, record);
  const tabLine = openTabLine(`kabar-${record.uid}`, browserRandom.uuid());
  const outside = severableLine(tabLine);
  const closing = new AbortController();
  // Screens, commands and perhaps the engine live in this tab together: they hear each other through the loop, other tabs over the channel.
  const line = loopLine(outside);
  const unsent = (): Unsent => unsentOf(view.stores, rescued);
  const shown = shownChats(line).get;
  const onMemory = (): void => goToMemory({ view, engine, outside, closing: closing.signal, hasDisk: !!disk });
  const changing = storeSwitch(disk, { line, log: consoleLog, shown, load: loadFullDisk, unsent, onMemory });
  const { store } = changing;
  const endSession = sessionEnd(shared, record);
  const onStorage = (memoryOnly: boolean): void => void (memoryOnly && changing.toMemory().catch(noMemory));
  const view = createPersonView({ shared, store, line, clock, surroundings }, { onEnded: endSession, onStorage });
  const ports = makePorts({ shared, store, line, record, grant, endSession });
  const ground = { view, rpc: ports.rpc, clock, closing: closing.signal, uid: record.uid };
  const { load: loadMedia, loadBlobs } = lateMedia({ ...ground, session: ports.session, store, line });
  const engine = engineHost({
    ...{ store, line, clock, surroundings, locks: webLocks, random: browserRandom, log: consoleLog },
    order: { userId: record.uid, deviceId: record.deviceId, appVersion: shared.appVersion, tab: line.tab },
    grant,
    onAccount: (account) => shared.noteAccount(account),
    status: () => view.stores.health.getState().status,
    inTab: () => (changing.isMemoryOnly() ? { ...ports, loadBlobs } : undefined),
  });
  if (!disk) await changing.toMemory();
  await bringBack({ store, line }, record.uid, disk && rescued);
  await view.load();
  const alerts = startAlerts({ shared, view, line, clock, me: record.uid, isLeading: () => engine.isLeading() });
  return {
    services: createServices({ ...view, shared, ports, offer: alerts, loadMedia }),
    pictures: openPictures(ground),
    startEngine() {
      engine.start();
      line.call({ t: 'statusPlease' });
      view.windows.sayView();
    },
    stopEngine() {
      line.call({ t: 'bye', tab: line.tab });
      engine.kill();
    },
    store,
    reload: view.reload,
    unsent,
    async close() {
      closing.abort();
      alerts.stop();
      view.close();
      line.call({ t: 'bye', tab: line.tab });
      await engine.stop();
      tabLine.close();
      store.close();
    },
  };
}

/** What a database that is gone, and a page that was loaded anew, had not finished. */
async function bringBack(
  { store, line }: Pick<CommandPorts, 'store' | 'line'>,
  uid: UserId,
  rescued: Unsent | undefined,
): Promise<void> {
  if (rescued) await putUnsent(store, rescued);
  const commands = createCommands({ store, line, clock, random: browserRandom });
  await putLastWords({ store, commands, now: clock.now() }, takeLastWords(uid));
}

/** The person's database; undefined where this browser cannot keep one. */
async function openDisk(shared: AppShared, { uid }: AccountRecord): Promise<LocalStore | undefined> {
  const opened = await openPersonStore(uid, consoleLog, (why) => shared.onDatabaseGone(why));
  return 'store' in opened ? opened.store : undefined;
}

/** The server's own word takes everything off this device; a session that is only gone asks for a log-in. */
function sessionEnd(shared: AppShared, { uid }: AccountRecord): (why: 'REVOKED' | 'UNAUTH') => void {
  return (why) => (why === 'REVOKED' ? shared.removeDevice(uid) : shared.endSession(uid));
}

/** What only a full or broken device needs. */
const loadFullDisk = async () => ({
  ...(await import('./storage/memoryFrom.ts')),
  ...(await import('#sync/eviction/roomyStore.ts')),
});
const noMemory = (error: unknown): void => consoleLog.warn('memory.failed', { error: String(error) });

/** From here on this tab is alone: what it writes is in its own memory only, so it neither tells other tabs of rows nor hears of theirs. */
function goToMemory({ view, engine, outside, closing, hasDisk }: MemoryMove): void {
  const { health, tray } = view.stores;
  health.setState({ memoryOnly: true });
  const holdBack = (event: BeforeUnloadEvent): void => {
    // The browser asks before it closes the only place in which these words are.
    if (tray.getState().entries.length > 0) event.preventDefault();
  };
  addEventListener('beforeunload', holdBack, { signal: closing });
  // A tab that could not open the database knows nothing of how it is for the others.
  if (hasDisk) outside.announce({ t: 'storage', memoryOnly: true });
  outside.sever();
  engine.moveHere();
  view.reload();
}

interface MemoryMove {
  view: Pick<PersonView, 'stores' | 'reload'>;
  engine: Pick<EngineHost, 'moveHere'>;
  outside: ReturnType<typeof severableLine>;
  closing: AbortSignal;
  hasDisk: boolean;
}

interface PortParts {
  shared: AppShared;
  store: LocalStore;
  line: TabLine;
  record: AccountRecord;
  grant: SessionGrant | undefined;
  endSession(why: 'REVOKED' | 'UNAUTH'): void;
}

type TabPorts = ServicesDeps['ports'] & Omit<LocalEnginePorts, 'loadBlobs'>;

/** What a tab's own commands and requests stand on; the engine has its own, unless it runs in this tab. */
function makePorts({ shared, store, line, record, grant, endSession }: PortParts): TabPorts {
  const session = personSession({
    userId: record.uid,
    deviceId: record.deviceId,
    ...(grant ? { grant } : {}),
    client: shared.sessionClient,
    locks: webLocks,
    clock,
    onGrant: ({ account }) => shared.noteAccount(account),
    onEnded: endSession,
  });
  const rpc = httpRpc({ fetch: (path, init) => fetch(path, init), session, log: consoleLog });
  const around = { surroundings, log: consoleLog, appVersion: shared.appVersion };
  return { clock, random: browserRandom, rpc, session, store, line, ...around };
}
