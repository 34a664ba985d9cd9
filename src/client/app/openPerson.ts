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
import type { SessionGrant } from '#protocol/session.ts';
import type { Engine } from '#sync/engine.ts';
import { loopLine } from '#sync/loopLine.ts';
import type { EnginePorts, LocalStore, TabLine } from '#sync/ports.ts';
import type { AppShared } from './AppShared.ts';
import { createPersonView } from './createPersonView.ts';
import { createServices } from './createServices.ts';

/** A logged-in person of this tab. */
export interface Person {
  services: Services;
  /** Starts the engine of this tab; it leads if no other tab does. */
  startEngine(): void;
  /** Lets go of locks and sockets; the screens stay. */
  stopEngine(): void;
  /** Reads everything on screen again, after the tab slept. */
  reload(): void;
  /** Ends everything of this person in this tab; resolves when the database is closed. */
  close(): Promise<void>;
}

const clock = browserClock;
const surroundings = browserSurroundings();
/** How long the end of an engine is waited for, ms. */
const stopLimitMs = 2_000;

/**
 * Opens a person's database and reads what the first paint needs; no network is asked. `grant`: of the login that has just happened. Answers why when the
 * database cannot be used.
 */
export async function openPerson(
  shared: AppShared,
  record: AccountRecord,
  grant?: SessionGrant,
): Promise<Person | { failed: 'damaged' }> {
  const opened = await openPersonStore(record.uid, consoleLog, (why) => shared.onDatabaseGone(why));
  if ('failed' in opened) return opened;
  const { store } = opened;
  const tabLine = openTabLine(`kabar-${record.uid}`, browserRandom.uuid());
  // Screens, commands and perhaps the engine live in this tab together: they hear each other through the loop, other tabs over the channel.
  const line = loopLine(tabLine);
  const endSession = (): void => shared.endSession(record.uid);
  const view = createPersonView({ shared, store, line, clock, surroundings }, endSession);
  const ports = makePorts({ shared, store, line, record, grant, endSession });
  const { stores, windows } = view;
  const engine = engineHost(ports);
  const stopEngine = (): void => {
    line.call({ t: 'bye', tab: line.tab });
    void engine.stop();
  };
  await view.load();
  return {
    services: createServices({ ...view, shared, ports, stores, windows }),
    startEngine() {
      engine.start();
      line.call({ t: 'statusPlease' });
      windows.sayView();
    },
    stopEngine,
    reload: view.reload,
    async close() {
      view.close();
      line.call({ t: 'bye', tab: line.tab });
      // An engine that hangs must not keep a person from leaving.
      await Promise.race([engine.stop(), new Promise<void>((resolve) => clock.after(stopLimitMs, resolve))]);
      tabLine.close();
      store.close();
    },
  };
}

/** Runs at most one engine. Its code is loaded with the first start: the first picture needs none of it. */
function engineHost(ports: EnginePorts): { start(): void; stop(): Promise<void> } {
  let isWanted = false;
  let running: Engine | undefined;
  const begin = async (): Promise<void> => {
    const { createEngine } = await import('#sync/engine.ts');
    if (!isWanted || running) return;
    running = createEngine(ports);
    running.start();
  };
  return {
    start() {
      if (isWanted) return;
      isWanted = true;
      begin().catch((error: unknown) => {
        ports.log.warn('engine.missing', { error: String(error) });
        isWanted = false;
      });
    },
    async stop() {
      isWanted = false;
      const ending = running;
      running = undefined;
      await ending?.stop().catch((error: unknown) => ports.log.warn('engine.badEnd', { error: String(error) }));
    },
  };
}

interface PortParts {
  shared: AppShared;
  store: LocalStore;
  line: TabLine;
  record: AccountRecord;
  grant: SessionGrant | undefined;
  endSession(): void;
}

/** Everything the engine needs of this browser. */
function makePorts({ shared, store, line, record, grant, endSession }: PortParts): EnginePorts {
  const session = personSession({
    userId: record.uid,
    deviceId: record.deviceId,
    ...(grant ? { grant } : {}),
    client: shared.sessionClient,
    locks: webLocks,
    clock,
    onGrant: (fresh) => shared.noteGrant(fresh),
    onEnded: endSession,
  });
  return {
    clock,
    random: browserRandom,
    log: consoleLog,
    transport: socketTransport(consoleLog),
    rpc: httpRpc({ fetch: (path, init) => fetch(path, init), session, log: consoleLog }),
    session,
    store,
    surroundings,
    line,
    locks: webLocks,
    appVersion: shared.appVersion,
  };
}
