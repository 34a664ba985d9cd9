import { join } from 'node:path';
import type { Page } from 'playwright';
import { seededRandom } from '#base/seededRandom.ts';
import { armProbe, type Shown } from './browser/armProbe.ts';
import { openDiskProfile } from './browser/openBrowser.ts';
import { makeClientFolder } from './shared/makeClientFolder.ts';
import { runBench, type BenchScope } from './shared/runBench.ts';
import { seedWorld } from './shared/seedWorld.ts';
import { startKabar } from './shared/startKabar.ts';
import { median, percentile } from './statistics.ts';

/*
 * How smooth is the way from one chat to another, when both are on the device? 200 clicks over 50 chats in random order; the floor is a bare list that reads
 * 40 messages of a Dexie table and draws them. Both are tabs of one profile on disk and take turns.
 */
const switches = Number(process.env['BENCH_ROUNDS'] ?? 200);
const chats = 50;
const frameMs = 1_000 / 60;
/** Share of switches with a task of more than 50 ms that the app may have above the floor's. */
const limit = 0.01;
const rowHeight = 72;

interface Target {
  page: Page;
  hrefs: readonly string[];
  texts: readonly string[];
}

async function prepare(scope: BenchScope): Promise<Record<'app' | 'floor', Target>> {
  const clientFolder = await makeClientFolder(scope);
  const dataDir = await scope.folder();
  const texts = Array.from({ length: chats }, (_, room) => `The last word in room ${room}.`);
  const rooms = texts.map((lastText, room) => ({
    members: room % 3 === 2 ? [0, room + 1, room + 2, room + 3] : [0, room + 1],
    messages: 60,
    lastText,
    isRead: true,
  }));
  const world = await seedWorld(join(dataDir, 'kabar.db'), { people: chats + 4, rooms });
  const [person] = world.people;
  if (!person) throw new Error('the world has people');
  const { url } = await startKabar(scope, dataDir, { clientFolder });
  const profile = await openDiskProfile(scope, url, person);
  const [app, floor] = [await profile.newPage(), await profile.newPage()];
  await app.goto(`${url}/chats`);
  await floor.goto(`${url}/bench-switch.html`);
  for (const page of [app, floor]) {
    await page.locator('a[href^="/chats/"]').first().waitFor();
  }
  return {
    app: { page: app, texts, hrefs: world.chats.map((c) => `/chats/${c}`) },
    floor: { page: floor, texts, hrefs: world.chats.map((_, room) => `/chats/${room}`) },
  };
}

/**
 * Runs in the page: scrolls the list, if it must, so that a row is in sight, and answers the row's middle. Rows stand in the order of the rooms. The wait is
 * for lists that take no pointer while they scroll.
 */
async function reveal({ href, top }: { href: string; top: number }): Promise<{ x: number; y: number } | undefined> {
  const list = [...document.querySelectorAll('nav')].find((nav) => nav.querySelector('a[href^="/chats/"]'));
  const find = () => document.querySelector(`a[href="${href}"]`)?.getBoundingClientRect();
  const [edge, row] = [list?.getBoundingClientRect(), find()];
  if (!edge || !row || row.top < edge.top || row.bottom > edge.bottom) {
    list?.scrollTo({ top, behavior: 'instant' });
    await new Promise((done) => setTimeout(done, 400));
  }
  const box = find();
  return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function switchTo({ page, hrefs, texts }: Target, room: number): Promise<Shown> {
  await page.bringToFront();
  const middle = await page.evaluate(reveal, { href: hrefs[room] as string, top: room * rowHeight - 250 });
  if (!middle) throw new Error(`room ${room} is not in the list`);
  // The pointer goes there first: the click is then a click and nothing else.
  await page.mouse.move(middle.x, middle.y);
  const whenShown = await armProbe(page, { event: 'click', text: texts[room] as string });
  await page.waitForTimeout(50);
  await page.mouse.click(middle.x, middle.y);
  return whenShown();
}

const hasLongTask = ({ longTaskMs }: Shown): boolean => longTaskMs > 50;

await runBench('switch', async (scope) => {
  const targets = await prepare(scope);
  const found = { app: [] as Shown[], floor: [] as Shown[] };
  // Everything once, so that all of it is on the device.
  for (const target of [targets.app, targets.floor]) {
    for (let room = 0; room < chats; room += 1) await switchTo(target, room);
  }
  const random = seededRandom(11);
  const order: number[] = [];
  while (order.length < switches) {
    const round = random.shuffle(Array.from({ length: chats }, (_, room) => room));
    // A click on the chat that is open already changes nothing.
    if (round[0] !== order.at(-1)) order.push(...round);
  }
  for (const [turn, room] of order.slice(0, switches).entries()) {
    for (const name of turn % 2 === 0 ? (['app', 'floor'] as const) : (['floor', 'app'] as const)) {
      found[name].push(await switchTo(targets[name], room));
    }
  }
  const describe = (sample: readonly Shown[]) => {
    const times = sample.map(({ begun, shown }) => shown - begun);
    return {
      p50Ms: Number(median(times).toFixed(1)),
      p95Ms: Number(percentile(times, 0.95).toFixed(1)),
      p95Frames: Number((percentile(times, 0.95) / frameMs).toFixed(1)),
      longTaskShare: sample.filter(hasLongTask).length / sample.length,
      longestTaskMs: Math.max(...sample.map(({ longTaskMs }) => longTaskMs)),
    };
  };
  const detail = { switches, chats, aimFrames: 6, app: describe(found.app), floor: describe(found.floor) };
  for (const name of ['app', 'floor'] as const) scope.say(`${name}: ${JSON.stringify(detail[name])}`);
  const value = detail.app.longTaskShare - detail.floor.longTaskShare;
  return {
    bars: [{ name: 'switches with a task over 50 ms, above the bare list', value, limit, unit: 'share' }],
    detail,
  };
});
