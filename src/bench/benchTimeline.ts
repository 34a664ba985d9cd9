import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { doors } from '#protocol/handshake.ts';
import { plainPicture } from '#testing/samplePictures.ts';
import { loadTokenKey } from '#server/services/accounts/tokenKey.ts';
import { fillCache, waitForChats } from './browser/fillCache.ts';
import { openDiskProfile } from './browser/openBrowser.ts';
import { traceTasks, type TracedTasks } from './browser/traceTasks.ts';
import { watchFrames, type Frames } from './browser/watchFrames.ts';
import { connectToKabar, type Sender } from './server/connectSenders.ts';
import { makeClientFolder } from './shared/makeClientFolder.ts';
import { runBench, type BenchScope } from './shared/runBench.ts';
import { drawPictures } from './shared/seedFiles.ts';
import { seedWorld } from './shared/seedWorld.ts';
import { startKabar } from './shared/startKabar.ts';
import { median } from './statistics.ts';
import { mixedHistory, textOf } from './timeline/mixedHistory.ts';
import { readKinds, servePages, stirLines, type Stirred } from './timeline/stirLines.ts';

/*
 * How calm is a long conversation? A chat of 100,000 messages on the device (short and long texts, pictures and albums, polls, link cards, reactions, runs, days) is flung up and down by real wheel input while 20
 * messages a second arrive. At every rest polls are voted in and texts get longer and have links, in sight and just outside of it, while pictures are fetched and cards come. The floor is a bare list of 100,000 rows of one height, of
 * the same profile, to which as many rows are added; both take turns.
 */
const messages = Number(process.env['BENCH_MESSAGES'] ?? 100_000);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
const perSecond = 20;
/** 100,000 in a hundred days. A shorter history is a younger one: what is in reach of the flings can still be changed. */
const hoursPerMessage = 0.024;
/** Flings of a round in each direction, px each, and their speed in px per second. */
const flings = 4;
const flingPx = 6_000;
const flingSpeed = 4_000;
const stillMs = 1_200;
/** Messages of a minute, and how much faster than life minutes pass in the part about memory. */
const minuteMessages = 60 * perSecond;
const haste = 10;

interface Target {
  page: Page;
  input: CDPSession;
  arrive: () => void;
  /** Lines change while somebody reads. */
  stir: () => Promise<void>;
}

type Ask = (name: string, input: object) => Promise<boolean>;

/** Requests of a sender; false: what was to be changed is too old, as it may be in a short history. */
const askerOf =
  ({ socket }: Sender): Ask =>
  async (name, input) => {
    const answer = (await socket.emitWithAck(doors.request, name, input)) as { ok: boolean; code?: string };
    if (!answer.ok && answer.code !== 'WINDOW') throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return answer.ok;
  };

const targetOf = async (page: Page, arrive: () => void, stir: () => Promise<void>): Promise<Target> => ({
  ...{ page, arrive, stir },
  input: await page.context().newCDPSession(page),
});

async function prepare(
  scope: BenchScope,
): Promise<{ app: Target; floor: Target; stirred: Stirred; send: (count: number) => Promise<void> }> {
  const clientFolder = await makeClientFolder(scope);
  const dataDir = await scope.folder();
  const database = join(dataDir, 'kabar.db');
  scope.say('Writing the world …');
  const cardHosts = await servePages(scope, await plainPicture(600, 300));
  const mixed = mixedHistory(await drawPictures(dataDir), `http://${cardHosts}`);
  const rooms = [
    { members: [0, 1], messages, isRead: true, textOf, hours: messages * hoursPerMessage, ...mixed, reactEvery: 9 },
  ];
  const world = await seedWorld(database, { people: 2, rooms });
  const [me, other] = world.people;
  const [c] = world.chats;
  if (!me || !other || !c) throw new Error('the world has people');
  const kinds = await readKinds(database, c, Number(other.userId));
  const secret = loadTokenKey(join(dataDir, 'token.key'));
  const first = await startKabar(scope, dataDir, { clientFolder, cardHosts });
  const profile = await openDiskProfile(scope, first.url, me);
  const app = await profile.newPage();
  await app.goto(`${first.url}/chats`);
  await waitForChats(app, me.userId, 1);
  await app.goto(`${first.url}/bench-timeline.html`);
  const stored = await fillCache(app, database, me.userId, world.chats);
  if (stored < messages) throw new Error(`the device holds ${stored} messages`);
  scope.say(`${stored} messages are on the device.`);
  await app.goto(`${first.url}/chats/${c}`);
  await app.getByRole('article').first().waitFor();
  const floor = await profile.newPage();
  await floor.goto(`${first.url}/bench-timeline.html`);
  await floor.getByRole('article').first().waitFor();
  const [sender] = await connectToKabar(first.url, secret, [{ person: other, chats: [c] }]);
  if (!sender) throw new Error('nobody sends');
  scope.defer(() => sender.socket.disconnect());
  const ask = askerOf(sender);
  const send = async (count: number): Promise<void> => {
    const items = Array.from({ length: count }, (_, place) => ({
      i: randomUUID(),
      k: 1,
      b: { x: `A message that arrives while somebody reads, ${place}` },
    }));
    await ask('message.send', { c, items });
  };
  const stirred: Stirred = { votes: 0, edits: 0 };
  return {
    app: await targetOf(
      app,
      () => void send(1),
      () => stirLines(app, { c, kinds, pages: cardHosts, done: stirred }, ask),
    ),
    floor: await targetOf(
      floor,
      () => void floor.evaluate(() => globalThis.benchArrive?.()),
      async () => undefined,
    ),
    stirred,
    send,
  };
}

/** Real wheel input, made by the browser itself frame by frame. `up` reads into the past. */
async function fling({ input }: Target, direction: 'up' | 'down'): Promise<void> {
  await input.send('Input.synthesizeScrollGesture', {
    x: 800,
    y: 400,
    yDistance: direction === 'up' ? flingPx : -flingPx,
    speed: flingSpeed,
    gestureSourceType: 'mouse',
  });
}

/** Frames of one pass, and the CPU time of its tasks. */
type Pass = Frames & { tasks: TracedTasks };

async function pass(target: Target, options: { rest: boolean }): Promise<Pass> {
  await target.page.bringToFront();
  await target.page.waitForTimeout(300);
  const watch = await watchFrames(target.page);
  const endTrace = await traceTasks(target.page, target.input);
  for (const direction of ['up', 'down'] as const) {
    for (let turn = 0; turn < flings; turn += 1) {
      await fling(target, direction);
      if (!options.rest) continue;
      await watch.setStill(true);
      await target.stir();
      await target.page.waitForTimeout(stillMs);
      await watch.setStill(false);
    }
  }
  const tasks = await endTrace();
  return { ...(await watch.stop()), tasks };
}

/** With `BENCH_PROFILE=<folder>` a CPU profile of every pass is written there. */
async function profiled<T>({ input }: Target, name: string, work: () => Promise<T>): Promise<T> {
  const folder = process.env['BENCH_PROFILE'];
  if (!folder) return work();
  await input.send('Profiler.enable');
  await input.send('Profiler.start');
  const result = await work();
  const { profile } = await input.send('Profiler.stop');
  await writeFile(join(folder, `${name}-${Date.now()}.cpuprofile`), JSON.stringify(profile));
  return result;
}

async function measureFrames(targets: Record<'app' | 'floor', Target>): Promise<Record<'app' | 'floor', Pass[]>> {
  const found = { app: [] as Pass[], floor: [] as Pass[] };
  for (let round = -1; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? (['app', 'floor'] as const) : (['floor', 'app'] as const)) {
      const target = targets[name];
      const timer = setInterval(target.arrive, 1_000 / perSecond);
      const frames = await profiled(target, name, () => pass(target, { rest: true })).finally(() =>
        clearInterval(timer),
      );
      if (round >= 0) found[name].push(frames);
    }
  }
  return found;
}

async function readHeap({ page, input }: Target): Promise<number> {
  await page.waitForTimeout(1_000);
  // Twice: what the first one frees may hold more.
  await input.send('HeapProfiler.collectGarbage');
  await input.send('HeapProfiler.collectGarbage');
  const { usedSize } = await input.send('Runtime.getHeapUsage');
  return usedSize;
}

/**
 * Ten minutes in one: as many messages and passes as ten minutes bring, ten times as fast. A minute is 1,200 messages and one pass up and down; its messages
 * arrive in six seconds. Read where the reader always comes to rest: at the end.
 */
async function measureHeap(
  app: Target,
  send: (count: number) => Promise<void>,
): Promise<{ first: number; last: number }> {
  const atOnce = perSecond;
  const minute = async (): Promise<void> => {
    const arriving = (async () => {
      for (let sent = 0; sent < minuteMessages; sent += atOnce) {
        const pause = app.page.waitForTimeout((atOnce * 1_000) / perSecond / haste);
        await Promise.all([send(atOnce), pause]);
      }
    })();
    await pass(app, { rest: false });
    await arriving;
    await goToEnd(app.page);
  };
  await minute();
  const first = await readHeap(app);
  for (let passed = 1; passed < 10; passed += 1) await minute();
  return { first, last: await readHeap(app) };
}

async function goToEnd(page: Page): Promise<void> {
  const jump = page.getByRole('button', { name: 'Go to the newest message' });
  if (await jump.isVisible()) await jump.click();
  await page.waitForTimeout(500);
}

const share = ({ late, frames }: Frames): number => (late / frames) * 100;

await runBench('timeline', async (scope) => {
  const { app, floor, stirred, send } = await prepare(scope);
  const found = await measureFrames({ app, floor });
  const describe = (list: readonly Pass[]) => ({
    lateShare: Number(median(list.map(share)).toFixed(2)),
    lateShares: list.map((frames) => Number(share(frames).toFixed(2))),
    framesPerRound: median(list.map(({ frames }) => frames)),
    longTasksByClock: list.map(({ longTasks }) => longTasks.length),
    longestByClockMs: Math.max(0, ...list.flatMap(({ longTasks }) => longTasks)),
    longTasks: list.map(({ tasks }) => tasks.long.map(Math.round)),
    tasksOverAFrame: list.map(({ tasks }) => tasks.overFrame),
    busyMs: list.map(({ tasks }) => Math.round(tasks.busyMs)),
    travelledPx: Math.round(median(list.map(({ travelled }) => travelled))),
    anchorErrors: list.map(({ anchorError }) => Number(anchorError.toFixed(2))),
    stillFrames: list.reduce((sum, { still }) => sum + still, 0),
  });
  await app.page.bringToFront();
  await goToEnd(app.page);
  const heap = await measureHeap(app, send);
  const megabytes = (bytes: number): number => Number((bytes / 1_048_576).toFixed(2));
  const detail = {
    messages,
    rounds,
    flings: flings * 2,
    stirred,
    app: describe(found.app),
    floor: describe(found.floor),
    heapMiB: { afterOneMinute: megabytes(heap.first), afterTen: megabytes(heap.last), haste },
  };
  for (const name of ['app', 'floor'] as const) scope.say(`${name}: ${JSON.stringify(detail[name])}`);
  const above = (of: (one: Pass) => number): number =>
    median(found.app.map((one, round) => of(one) - of(found.floor[round] as Pass)));
  return {
    bars: [
      { name: 'frames over 33 ms above the bare list', value: above(share), limit: 2, unit: 'percentage points' },
      {
        name: 'tasks over 50 ms above the bare list, per round',
        value: above(({ tasks }) => tasks.long.length),
        limit: 0,
        unit: 'tasks',
      },
      {
        name: 'movement of the line under the eye',
        value: Math.max(...found.app.map(({ anchorError }) => anchorError)),
        limit: 0,
        unit: 'px',
      },
      { name: 'heap after ten minutes ÷ after one', value: heap.last / heap.first, limit: 1.1, unit: '×' },
    ],
    detail,
  };
});
