/// <reference lib="webworker" />
import '#client/adapters/configureZod.ts';
import { browserClock } from '#client/adapters/browser/browserClock.ts';
import { browserSpace } from '#client/adapters/browser/browserSpace.ts';
import { browserRandom } from '#client/adapters/browser/browserRandom.ts';
import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import { describeDevice } from '#client/adapters/browser/describeDevice.ts';
import { openTabLine } from '#client/adapters/browser/openTabLine.ts';
import { webLocks } from '#client/adapters/browser/webLocks.ts';
import { workerSurroundings } from '#client/adapters/browser/workerSurroundings.ts';
import { dexieLocalStore } from '#client/adapters/db/dexieLocalStore.ts';
import { personDatabase } from '#client/adapters/db/personDatabase.ts';
import { localBlobs, type LocalBlobs } from '#client/adapters/media/localBlobs.ts';
import { tusUploads } from '#client/adapters/media/tusUploads.ts';
import { httpRpc } from '#client/adapters/http/httpRpc.ts';
import { personSession } from '#client/adapters/http/personSession.ts';
import { sessionClient } from '#client/adapters/http/sessionClient.ts';
import { socketTransport } from '#client/adapters/socket/socketTransport.ts';
import type { EngineOrder, FromEngineWorker, ToEngineWorker } from '#client/adapters/worker/engineWorkerMessages.ts';
import { AppError } from '#protocol/errors.ts';
import { runEngine } from '#sync/engine.ts';
import { roomyStore } from '#sync/eviction/roomyStore.ts';
import { shownChats } from '#sync/eviction/shownChats.ts';
import type { EnginePorts } from '#sync/ports.ts';

declare const self: DedicatedWorkerGlobalScope;

/*
 * The sync engine of one person, beside the page: socket, merging and writes never wait for a frame, and no frame waits for them. The tab that holds the lock
 * has started it. It talks with all tabs over the line, and with its own tab only about its own life.
 */
const say = (message: FromEngineWorker): void => self.postMessage(message);
const surroundings = workerSurroundings();
const stopping = Promise.withResolvers<void>();

self.addEventListener('message', ({ data }: MessageEvent<ToEngineWorker>) => {
  switch (data.t) {
    case 'start':
      return void run(data.order);
    case 'around':
      return surroundings.set(data);
    case 'ping':
      return say({ t: 'pong' });
    case 'stop':
      return stopping.resolve();
  }
});

async function run(order: EngineOrder): Promise<void> {
  surroundings.set(order);
  const line = openTabLine(`kabar-${order.userId}`, order.tab);
  const shown = shownChats(line);
  const store = roomyStore(
    dexieLocalStore(personDatabase(order.userId), () => stopping.resolve()),
    {
      ...{ line, log: consoleLog, shown: shown.get },
      async onFull() {
        // Rows in this worker's memory would be seen by nobody: the tab goes on with an engine of its own.
        line.announce({ t: 'storage', memoryOnly: true });
        stopping.resolve();
        throw new AppError('UNAVAILABLE', { message: 'the device is full' });
      },
    },
  );
  const blobs = localBlobs(order.userId);
  const running = runEngine(toPorts(order, { line, store, blobs }), order.epoch, stopping.promise);
  say({ t: 'ready' });
  const end = await running;
  store.close();
  blobs.close();
  line.close();
  say({ t: 'end', end });
}

function toPorts(
  order: EngineOrder,
  { line, store, blobs }: Pick<EnginePorts, 'line' | 'store'> & { blobs: LocalBlobs },
): EnginePorts {
  const fetchPath = (path: string, init: RequestInit): Promise<Response> => fetch(path, init);
  const session = personSession({
    userId: order.userId,
    deviceId: order.deviceId,
    ...(order.grant ? { grant: order.grant } : {}),
    client: sessionClient(fetchPath, describeDevice(navigator.userAgent)),
    locks: webLocks,
    clock: browserClock,
    onGrant: ({ account }) => say({ t: 'account', account }),
    // The engine stands still with the reason in its status, which every tab hears.
    onEnded: () => undefined,
  });
  return {
    clock: browserClock,
    random: browserRandom,
    log: consoleLog,
    transport: socketTransport(consoleLog),
    rpc: httpRpc({ fetch: fetchPath, session, log: consoleLog }),
    session,
    store,
    surroundings,
    line,
    space: browserSpace,
    uploads: tusUploads({ blobs, session, log: consoleLog }),
    appVersion: order.appVersion,
  };
}
