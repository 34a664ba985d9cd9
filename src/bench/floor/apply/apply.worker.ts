/// <reference lib="webworker" />
import { browserClock } from '#client/adapters/browser/browserClock.ts';
import { browserRandom } from '#client/adapters/browser/browserRandom.ts';
import { openTabLine } from '#client/adapters/browser/openTabLine.ts';
import { deletePersonDatabase } from '#client/adapters/db/deletePersonDatabase.ts';
import { dexieLocalStore } from '#client/adapters/db/dexieLocalStore.ts';
import { waitFor, whenDone } from '#client/adapters/db/idbRequests.ts';
import { openDatabase } from '#client/adapters/db/openDatabase.ts';
import { personDatabase } from '#client/adapters/db/personDatabase.ts';
import { toUserId } from '#protocol/casts.ts';
import type { ChangeBatch, TableName } from '#sync/changes.ts';
import { createDoor, type Door } from '#sync/door.ts';
import { engineContext } from '#sync/engineContext.ts';
import type { EnginePorts, LocalStore } from '#sync/ports.ts';
import type { ApplyOrder, ApplyPlan, ApplyResult, ApplyShape, WrittenRows } from './ApplyOrder.ts';
import { makePlan } from './makePlan.ts';

declare const self: DedicatedWorkerGlobalScope;

/*
 * `bench:apply`: the engine's way of a delta to the device, and the same rows by bare puts. The engine's side is the product's own: door, merge, store and
 * the announcement to all tabs, fenced by a lease. The raw side knows beforehand what the engine will write, and writes it in as many transactions, one
 * after the other, each over the tables that it needs, as soon as the one before is done.
 */
const epoch = 7;
const plans = new Map<ApplyShape, ApplyPlan>();
/** What the engine wrote, transaction by transaction; the same in every round, because the plan is. */
const written = new Map<ApplyShape, WrittenRows[]>();

self.addEventListener('message', ({ data }: MessageEvent<ApplyOrder>) => {
  const plan = plans.get(data.shape) ?? makePlan(data.shape);
  plans.set(data.shape, plan);
  void (data.by === 'engine' ? applyByEngine(data, plan) : putRaw(data, plan)).then((result) =>
    self.postMessage(result),
  );
});

async function prepare(store: LocalStore, plan: ApplyPlan): Promise<void> {
  await store.commit(async (tx) => {
    await tx.put('leases', [{ name: 'engine', epoch, tab: 'bench' }]);
    await tx.put('chats', plan.chats);
    await tx.put('msgs', plan.msgs);
  });
}

async function applyByEngine(order: ApplyOrder, plan: ApplyPlan): Promise<ApplyResult> {
  const user = toUserId(order.database);
  const store = dexieLocalStore(personDatabase(user));
  await prepare(store, plan);
  const batches: ChangeBatch[] = [];
  const line = openTabLine(`kabar-${order.database}`, 'bench');
  const recording: LocalStore = {
    ...store,
    async commit(work, options) {
      const done = await store.commit(work, options);
      batches.push(done.batch);
      return done;
    },
  };
  const door = createDoor(engineContext(toPorts(recording, line), epoch));
  const start = performance.now();
  await handIn(door, order.shape, plan);
  const ms = performance.now() - start;
  line.close();
  written.set(order.shape, batches.map(rowsOf));
  await check(store, plan);
  store.close();
  await deletePersonDatabase(user);
  return { ms, deltas: plan.deltas.length, ...sizeOf(batches.map(rowsOf)) };
}

/** A socket hands in one event after the other, and while a transaction runs they wait together; the catch-up waits for each of its deltas. */
async function handIn(door: Door, shape: ApplyShape, { deltas }: ApplyPlan): Promise<void> {
  if (shape === 'live') await Promise.all(deltas.map((delta) => door.deltas([delta])));
  else for (const delta of deltas) await door.deltas([delta]);
}

/** Everything has to be there: a fast way that loses something is none. */
async function check(store: LocalStore, plan: ApplyPlan): Promise<void> {
  const [chats, rows] = await store.read(['chats', 'msgs'], async (tx) => [
    await tx.range('chats', { index: ':primary' }),
    await tx.range('msgs', { index: ':primary' }),
  ]);
  const arrived = plan.deltas.reduce((sum, delta) => sum + (delta.rows?.length ?? 0), 0);
  const isWhole = chats.every(({ sync, head }) => sync.state === 'fresh' && sync.rev === head.rev);
  const isCounted = chats.every(({ unread, head, me }) => unread === head.n - me.rn);
  if (!isWhole || !isCounted || rows.length !== plan.msgs.length + arrived)
    throw new Error(`the engine left ${rows.length} messages`);
}

async function putRaw(order: ApplyOrder, plan: ApplyPlan): Promise<ApplyResult> {
  const work = written.get(order.shape);
  if (!work) throw new Error('the engine goes first: it says what is to be written');
  const user = toUserId(order.database);
  const store = dexieLocalStore(personDatabase(user));
  await prepare(store, plan);
  store.close();
  const idb = await openDatabase(personDatabase(user));
  const start = performance.now();
  for (const rows of work) {
    const transaction = idb.transaction(Object.keys(rows), 'readwrite');
    const done = whenDone(transaction);
    for (const [name, list] of Object.entries(rows)) {
      const table = transaction.objectStore(name);
      for (const row of list) table.put(row);
    }
    await done;
  }
  const ms = performance.now() - start;
  const count = await waitFor<number>(idb.transaction('msgs').objectStore('msgs').count());
  if (count <= plan.msgs.length) throw new Error('nothing was put');
  idb.close();
  await deletePersonDatabase(user);
  return { ms, deltas: plan.deltas.length, ...sizeOf(work) };
}

function rowsOf({ tables, num }: ChangeBatch): WrittenRows {
  const lists = (Object.keys(tables) as TableName[]).map((name) => [name, tables[name]?.put ?? []]);
  return { ...Object.fromEntries(lists), meta: [{ key: 'changes', val: num }] } as WrittenRows;
}

function sizeOf(work: readonly WrittenRows[]): { rows: number; transactions: number } {
  const rows = work.reduce(
    (sum, lists) => sum + Object.values(lists).reduce((count, list) => count + list.length, 0),
    0,
  );
  return { rows, transactions: work.length };
}

/** The door needs no network: what would use one fails loudly. */
function toPorts(store: LocalStore, line: EnginePorts['line']): EnginePorts {
  const unused = (): never => {
    throw new Error('the door needs no network');
  };
  return {
    clock: browserClock,
    random: browserRandom,
    log: { debug: () => undefined, warn: (event, details) => console.warn(event, details) },
    transport: { connect: unused },
    rpc: { call: unused },
    session: { userId: toUserId(1), deviceId: '' as EnginePorts['session']['deviceId'], token: unused },
    store,
    line,
    surroundings: { isOnline: () => true, isVisible: () => true, onChange: () => () => undefined },
    appVersion: 'bench',
  };
}
