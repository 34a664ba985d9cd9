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
import { socketTransport } from '#client/adapters/socket/socketTransport.ts';
import type { Services } from '#client/context.ts';
import { recountChatList } from '#client/stores/applyChatList.ts';
import type { SessionGrant } from '#protocol/session.ts';
import { createEngine } from '#sync/engine.ts';
import { loopLine } from '#sync/loopLine.ts';
import type { EnginePorts } from '#sync/ports.ts';
import type { AppShared } from './AppShared.ts';
import { createChatWindows } from './chatWindow/createChatWindows.ts';
import { createBatchFeed } from './createBatchFeed.ts';
import { createProjection } from './createProjection.ts';
import { createServices } from './createServices.ts';
import { createUserLookup } from './createUserLookup.ts';
import { hearEngine } from './hearEngine.ts';
import { personStores } from './personStores.ts';
import { readRoot } from './readRoot.ts';

/** A logged-in person of this tab. */
export interface Person {
  services: Services;
  /** Starts the engine of this tab; it leads if no other tab does. */
  startEngine(): void;
  /** Lets go of locks and sockets; the screens stay. */
  stopEngine(): void;
  /** Reads everything on screen again, after the tab slept. */
  reload(): void;
  /** Ends everything of this person in this tab, and closes the database. */
  close(): void;
}

const clock = browserClock;
/** How often the end of a mute is looked for, ms. */
const recountMs = 30_000;
const surroundings = browserSurroundings();

/**
 * Opens a person's database and reads what the first paint needs; no network is asked. `grant`: of the login that has just happened. Answers why when the
 * database cannot be used.
 */
export async function openPerson(
  shared: AppShared,
  record: AccountRecord,
  grant?: SessionGrant,
): Promise<Person | { failed: 'upgraded' | 'damaged' }> {
  const opened = await openPersonStore(record.uid, consoleLog, (why) => shared.onDatabaseGone(why));
  if ('failed' in opened) return opened;
  const { store } = opened;
  const tabLine = openTabLine(`kabar-${record.uid}`, browserRandom.uuid());
  const line = loopLine(tabLine);
  const serverNow = (): number => clock.now() + projected.stores.health.getState().status.clockOffset;
  const projected = personStores(shared, serverNow);
  const { stores } = projected;
  const lookUpUsers = createUserLookup({ store, people: stores.people, line, log: consoleLog });
  const windows = createChatWindows({
    store,
    line,
    clock,
    random: browserRandom,
    log: consoleLog,
    surroundings,
    isLive: () => stores.health.getState().status.phase === 'live',
    wantUsers: lookUpUsers,
  });
  const feed = createBatchFeed(clock);
  const root = createProjection({
    read: () => readRoot(store),
    show: (rows, num) => {
      projected.show(rows);
      feed.continueAfter(num);
    },
    apply: projected.apply,
  });
  feed.onBatch((batch) => {
    root.take(batch);
    windows.take(batch);
  });
  const reload = (): void => {
    root.load().catch((error: unknown) => consoleLog.warn('root.unreadable', { error: String(error) }));
    windows.reload();
  };
  feed.onHole(reload);
  line.onEvent(
    hearEngine({ stores, windows, clock, take: (batch) => feed.take(batch), onEnded: () => shared.endSession(record.uid) }),
  );

  const session = personSession({
    userId: record.uid,
    deviceId: record.deviceId,
    ...(grant ? { grant } : {}),
    client: shared.sessionClient,
    locks: webLocks,
    clock,
    onGrant: (fresh) => shared.noteGrant(fresh),
    onEnded: () => shared.endSession(record.uid),
  });
  const rpc = httpRpc({ fetch: (path, init) => fetch(path, init), session, log: consoleLog });
  const ports: EnginePorts = {
    clock,
    random: browserRandom,
    log: consoleLog,
    transport: socketTransport(consoleLog),
    rpc,
    session,
    store,
    surroundings,
    line,
    locks: webLocks,
    appVersion: shared.appVersion,
  };
  let engine: ReturnType<typeof createEngine> | undefined;
  const stopEngine = (): void => {
    line.call({ t: 'bye', tab: line.tab });
    void engine?.stop();
    engine = undefined;
  };
  const recount = setInterval(
    () => stores.chatList.setState((state) => recountChatList(state, serverNow()), true),
    recountMs,
  );
  await root.load();
  return {
    services: createServices({ shared, ports, stores, windows, lookUpUsers, serverNow }),
    startEngine() {
      engine ??= createEngine(ports);
      engine.start();
      line.call({ t: 'statusPlease' });
      windows.sayView();
    },
    stopEngine,
    reload,
    close() {
      stopEngine();
      clearInterval(recount);
      tabLine.close();
      store.close();
    },
  };
}
