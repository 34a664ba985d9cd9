import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { io } from 'socket.io-client';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { TcpProxy } from '#testing/tcpProxy.ts';
import { fillCache, waitForChats } from './browser/fillCache.ts';
import { openDiskProfile, reopenDiskProfile } from './browser/openBrowser.ts';
import { watchList, type ListTimes, type ListTruth } from './browser/watchList.ts';
import { missMessages, readTruth } from './catchup/missMessages.ts';
import { makeClientFolder } from './shared/makeClientFolder.ts';
import { runBench, type BenchScope } from './shared/runBench.ts';
import { seedWorld, type PlannedRoom } from './shared/seedWorld.ts';
import { findFreePort } from '#testing/findFreePort.ts';
import { startKabar } from './shared/startKabar.ts';
import { median, percentile } from './statistics.ts';

/*
 * Back after a week: 300 chats are on the device, 120 of them went on, 10,000 messages were missed. The line has a round trip of 150 ms (75 each way) and
 * 1.6 Mbit/s in each direction. How long from the request for the connection until the list is right and the open chat shows its newest message? The floor:
 * a bare socket.io connection with one acknowledged event over the same line, one round trip more, and the bytes that the product moved at the line's rate.
 * It runs in Chromium, because what a person waits for is storing and drawing as well as the protocol; every round begins with the same profile and the same
 * database, copied from those of the preparation.
 */
const chats = 300;
const changed = 120;
const missed = 10_000;
const days = 7;
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const warmUps = 1;
const latencyMs = 75;
const bytesPerSecond = 200_000;
const limit = 1.5;
/** The catch-up in the background counts as over when nothing came for so long, ms. */
const quietMs = 4_000;
const dayMs = 86_400_000;

interface Prepared {
  proxy: TcpProxy;
  origin: string;
  clientFolder: string;
  dataDir: string;
  profile: string;
  truth: ListTruth;
  floorPort: number;
}

/** Two thirds 1:1 chats, the rest groups of five. */
const planRooms = (): PlannedRoom[] =>
  Array.from({ length: chats }, (_, room) => ({
    members: room % 3 === 2 ? [0, 1, 2, 3, 4].map((member) => (member === 0 ? 0 : room + member)) : [0, room + 1],
    messages: 40,
    isRead: true,
  }));

async function prepare(scope: BenchScope): Promise<Prepared> {
  const clientFolder = await makeClientFolder(scope);
  const [dataDir, profile] = [await scope.folder(), await scope.folder()];
  const database = join(dataDir, 'kabar.db');
  const rooms = planRooms();
  const world = await seedWorld(database, { people: chats + 6, rooms }, Date.now() - days * dayMs);
  const [me] = world.people;
  if (!me) throw new Error('the world has people');
  const proxy = new TcpProxy(0);
  const origin = `http://localhost:${await proxy.listen()}`;
  scope.defer(() => proxy.close());
  const kabar = await startKabar(scope, dataDir, { clientFolder, origin });
  proxy.retarget(kabar.port);
  const context = await openDiskProfile(scope, origin, me, profile);
  const page = await context.newPage();
  await page.goto(`${origin}/chats`);
  await waitForChats(page, me.userId, chats);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.goto(`${origin}/bench-start.html`);
  await kabar.stop();
  const stored = await fillCache(page, database, me.userId, world.chats);
  await context.close();
  scope.say(`${chats} chats and ${stored} messages are on the device; now a week passes.`);
  // Every fifth chat stays silent twice, so that busy and silent ones, groups and pairs are mixed.
  const busy = world.chats.flatMap((c, room) => {
    const others = rooms[room]?.members.slice(1) ?? [];
    const writers = others.map((member) => world.people[member]?.userId as UserId);
    return room % 5 < 2 ? [{ c, writers }] : [];
  });
  const going = busy.slice(0, changed);
  if (going.length < changed) throw new Error(`only ${going.length} chats go on`);
  await missMessages(database, going, { count: Math.ceil(missed / changed), days });
  const open = going[3]?.c as ChatId;
  const truth = await readTruth(
    database,
    me.userId,
    going.map(({ c }) => c),
    open,
  );
  return { proxy, origin, clientFolder, dataDir, profile, truth, floorPort: await startEcho(scope) };
}

/** A bare socket.io server that only acknowledges. */
async function startEcho(scope: BenchScope): Promise<number> {
  const port = await findFreePort();
  const child = fork(join(import.meta.dirname, 'server/floorServer.ts'), {
    env: { ...process.env, PORT: String(port), FLOOR_MODE: 'echo' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  scope.defer(async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });
  await once(child, 'message');
  return port;
}

/** A bare connection with one acknowledged event, ms. */
async function timeFloor({ proxy, floorPort }: Prepared): Promise<number> {
  proxy.retarget(floorPort);
  const start = performance.now();
  const socket = io(`http://127.0.0.1:${proxy.port}`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { user: 1, chats: [] },
  });
  await once(socket as unknown as NodeJS.EventEmitter, 'connect');
  await socket.emitWithAck('request', 'message.send', { c: 1, items: [{ i: 'x', b: { x: 'x' } }] });
  const ms = performance.now() - start;
  socket.disconnect();
  return ms;
}

interface Round {
  /** from the request for the WebSocket, ms */
  stored: number;
  list: number;
  openStored: number;
  open: number;
  caughtUp: number;
  /** until list and open chat were right */
  bytes: { up: number; down: number };
  bytesInAll: { up: number; down: number };
  whole: number;
  messages: number;
}

const machineNow = (): number => performance.timeOrigin + performance.now();

async function catchUp(scope: BenchScope, prepared: Prepared): Promise<Round> {
  const { proxy, origin, clientFolder, truth } = prepared;
  const [dataDir, profile] = [await scope.folder(), await scope.folder()];
  await cp(prepared.dataDir, dataDir, { recursive: true });
  await cp(prepared.profile, profile, { recursive: true });
  const kabar = await startKabar(scope, dataDir, { clientFolder, origin });
  proxy.cut();
  proxy.retarget(kabar.port);
  const context = await reopenDiskProfile(scope, profile);
  const page = await context.newPage();
  await page.goto(`${origin}/chats/${truth.open.c}`);
  await page.getByRole('article').last().waitFor();
  await page.locator('a[href^="/chats/"] time').first().waitFor();
  await page.waitForTimeout(1_500);
  const watch = await watchList(page, truth);
  const passed: { at: number; way: 'up' | 'down'; length: number }[] = [];
  let start: number | undefined;
  proxy.onEvent((event) => {
    if (event.t === 'webSocket') start ??= machineNow();
    else passed.push({ at: machineNow(), way: event.way, length: event.length });
  });
  proxy.heal();
  proxy.slow({ latencyMs, bytesPerSecond });
  const times = await waitForQuiet(page, watch.read);
  proxy.onEvent(() => undefined);
  await context.close();
  await kabar.stop();
  const begun = start;
  if (begun === undefined) throw new Error('the app did not connect');
  const after = (at: number | undefined): number => (at === undefined ? Number.NaN : at - begun);
  const count = (until: number): Round['bytes'] => {
    const inTime = passed.filter(({ at }) => at >= begun && at <= until);
    const sum = (wanted: 'up' | 'down') =>
      inTime.reduce((total, { way, length }) => total + (way === wanted ? length : 0), 0);
    return { up: sum('up'), down: sum('down') };
  };
  return {
    stored: after(times.stored),
    list: after(times.list),
    openStored: after(times.openStored),
    open: after(times.open),
    caughtUp: after(times.lastRows),
    bytes: count(Math.max(times.list ?? 0, times.open ?? 0)),
    bytesInAll: count(Infinity),
    whole: times.whole,
    messages: times.messages,
  };
}

/** Waits until everything is right and then until nothing more comes. Throws when it does not get right. */
async function waitForQuiet(page: Page, read: () => Promise<ListTimes>): Promise<ListTimes> {
  const giveUpAt = machineNow() + 90_000;
  for (;;) {
    const times = await read();
    const isRight = times.list !== undefined && times.open !== undefined;
    if (isRight && machineNow() - Math.max(times.list ?? 0, times.lastRows ?? 0) > quietMs) return times;
    if (machineNow() > giveUpAt) throw new Error(`not up to date: ${JSON.stringify(times)}`);
    await page.waitForTimeout(500);
  }
}

const middle = (rounds: readonly Round[], of: (one: Round) => number): number => Math.round(median(rounds.map(of)));

/** The floor of one round, ms: a bare connection, a round trip, and the round's bytes at the rate of the line. */
const floorOf = ({ bytes }: Round, bareMs: number): number =>
  bareMs + 2 * latencyMs + ((bytes.up + bytes.down) / bytesPerSecond) * 1_000;

function describe(found: readonly Round[], bare: readonly number[], floors: readonly number[]) {
  const of = (pick: (one: Round) => number): number => middle(found, pick);
  const slowest = found.map(({ list, open }) => Math.max(list, open));
  return {
    chats,
    changed,
    missed,
    rounds,
    roundTripMs: 2 * latencyMs,
    bytesPerSecond,
    storedMs: of(({ stored }) => stored),
    listMs: of(({ list }) => list),
    openStoredMs: of(({ openStored }) => openStored),
    openChatMs: of(({ open }) => open),
    p90Ms: Math.round(percentile(slowest, 0.9)),
    bareConnectionMs: Math.round(median(bare)),
    floorMs: Math.round(median(floors)),
    bytesToRight: { up: of(({ bytes }) => bytes.up), down: of(({ bytes }) => bytes.down) },
    caughtUpMs: of(({ caughtUp }) => caughtUp),
    chatsCaughtUp: of(({ whole }) => whole),
    messagesFetched: of(({ messages }) => messages),
    bytesInAll: { up: of(({ bytesInAll }) => bytesInAll.up), down: of(({ bytesInAll }) => bytesInAll.down) },
  };
}

await runBench('catchup', async (scope) => {
  const prepared = await prepare(scope);
  const found: Round[] = [];
  const bare: number[] = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    const result = await catchUp(scope, prepared);
    const bareMs = await timeFloor(prepared);
    if (round < 0) continue;
    found.push(result);
    bare.push(bareMs);
    const { list, open } = result;
    scope.say(`list ${Math.round(list)} ms, chat ${Math.round(open)} ms, bare connection ${Math.round(bareMs)} ms`);
  }
  const floors = found.map((one, round) => floorOf(one, bare[round] ?? Number.NaN));
  const value = median(found.map(({ list, open }, round) => Math.max(list, open) / (floors[round] ?? Number.NaN)));
  const name = 'connect → right list and chat ÷ bare connection, one round trip and the bytes';
  return { bars: [{ name, value, limit, unit: '×' }], detail: describe(found, bare, floors) };
});
