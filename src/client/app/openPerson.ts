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
import { loopLine } from '#sync/loopLine.ts';
import type { LocalStore, TabLine } from '#sync/ports.ts';
import { startAlerts } from './alerts/startAlerts.ts';
import type { AppShared } from './AppShared.ts';
import { createPersonView } from './createPersonView.ts';
import { createServices, type ServicesDeps } from './createServices.ts';
import { engineHost } from './engineHost.ts';

/** A logged-in person of this tab. */
export interface Person {
  services: Services;
  /** Starts the engine of this tab; it leads if no other tab does. */
  startEngine(): void;
  /** Lets go of locks and sockets at once; the screens stay. */
  stopEngine(): void;
  /** Reads everything on screen again, after the tab slept. */
  reload(): void;
  /** Ends everything of this person in this tab; resolves when the database is closed. */
  close(): Promise<void>;
}

const clock = browserClock;
const surroundings = browserSurroundings();

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
  const engine = engineHost({
    ...{ store, line, clock, surroundings, locks: webLocks, random: browserRandom, log: consoleLog },
    order: { userId: record.uid, deviceId: record.deviceId, appVersion: shared.appVersion, tab: line.tab },
    grant,
    onAccount: (account) => shared.noteAccount(account),
    status: () => stores.health.getState().status,
  });
  await view.load();
  const alerts = startAlerts({ shared, view, line, clock, me: record.uid, isLeading: () => engine.isLeading() });
  return {
    services: createServices({ ...view, shared, ports, stores, windows, offer: alerts }),
    startEngine() {
      engine.start();
      line.call({ t: 'statusPlease' });
      windows.sayView();
    },
    stopEngine() {
      line.call({ t: 'bye', tab: line.tab });
      engine.kill();
    },
    reload: view.reload,
    async close() {
      alerts.stop();
      view.close();
      line.call({ t: 'bye', tab: line.tab });
      await engine.stop();
      tabLine.close();
      store.close();
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

/** What a tab's own commands and requests stand on; the engine has its own. */
function makePorts({ shared, store, line, record, grant, endSession }: PortParts): ServicesDeps['ports'] {
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
  return { clock, random: browserRandom, rpc, session, store, line };
}
