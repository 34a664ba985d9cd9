import { join } from 'node:path';
import type { BrowserContext } from 'playwright';
import { openDiskProfile } from './browser/openBrowser.ts';
import { fillCache, waitForChats } from './browser/fillCache.ts';
import { timePaint } from './browser/timePaint.ts';
import { makeClientFolder } from './shared/makeClientFolder.ts';
import { runBench, type BenchScope } from './shared/runBench.ts';
import { seedWorld, type PlannedRoom } from './shared/seedWorld.ts';
import { startKabar } from './shared/startKabar.ts';
import { median, percentile } from './statistics.ts';

/*
 * How long until the list of chats stands, without a server? A person with 300 chats and 50,000 messages on the device opens the app; the floor is a bare
 * React page with twelve rows. Both come from the same service worker and the same profile on disk, in fresh tabs that take turns.
 */
const chats = 300;
const messages = 50_000;
const loads = Number(process.env['BENCH_ROUNDS'] ?? 21);
const warmUps = 3;
const limit = 2.5;
/** As many rows as the floor has; the list draws 14 at first. */
const rows = 12;

/** Two thirds 1:1 chats, the rest groups of five. Some chats are long: a quarter of them holds most of the messages. */
function planRooms(): PlannedRoom[] {
  const weights = Array.from({ length: chats }, (_, room) => (room % 4 === 0 ? 5 : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight, room) => ({
    members: room % 3 === 2 ? [0, 1, 2, 3, 4].map((member) => (member === 0 ? 0 : room + member)) : [0, room + 1],
    messages: Math.ceil((messages * weight) / total),
  }));
}

/** A profile whose device has everything; the server is down when this resolves. */
async function prepare(scope: BenchScope): Promise<{ context: BrowserContext; url: string; stored: number }> {
  const clientFolder = await makeClientFolder(scope);
  const dataDir = await scope.folder();
  const database = join(dataDir, 'kabar.db');
  scope.say('Writing the world …');
  const world = await seedWorld(database, { people: chats + 6, rooms: planRooms() });
  const kabar = await startKabar(scope, dataDir, { clientFolder });
  const [person] = world.people;
  if (!person) throw new Error('the world has people');
  const context = await openDiskProfile(scope, kabar.url, person);
  const page = await context.newPage();
  await page.goto(`${kabar.url}/chats`);
  await waitForChats(page, person.userId, chats);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.goto(`${kabar.url}/bench-start.html`);
  await kabar.stop();
  const stored = await fillCache(page, database, person.userId, world.chats);
  await page.close();
  return { context, url: kabar.url, stored };
}

async function load(context: BrowserContext, address: string, selector: string): Promise<number> {
  const page = await context.newPage();
  const time = await timePaint(page, address, { selector, count: rows });
  await page.close();
  return time;
}

await runBench('start', async (scope) => {
  const { context, url, stored } = await prepare(scope);
  if (stored < messages) throw new Error(`the device holds ${stored} messages`);
  scope.say(`${chats} chats and ${stored} messages are on the device, the server is down.`);
  const times = { app: [] as number[], floor: [] as number[] };
  const contenders = [
    { name: 'app', address: `${url}/chats`, selector: 'a[href^="/chats/"] time' },
    { name: 'floor', address: `${url}/bench-start.html`, selector: 'li.row' },
  ] as const;
  for (let turn = -warmUps; turn < loads; turn += 1) {
    for (const { name, address, selector } of turn % 2 === 0 ? contenders : contenders.toReversed()) {
      const time = await load(context, address, selector);
      if (turn >= 0) times[name].push(time);
    }
  }
  const describe = (name: keyof typeof times) => ({
    medianMs: Math.round(median(times[name])),
    p90Ms: Math.round(percentile(times[name], 0.9)),
    times: times[name].map(Math.round),
  });
  const detail = { chats, messages: stored, loads, app: describe('app'), floor: describe('floor') };
  for (const name of ['app', 'floor'] as const) scope.say(`${name}: ${JSON.stringify(detail[name])}`);
  const value = median(times.app) / median(times.floor);
  return { bars: [{ name: 'painted chat list ÷ bare React page', value, limit, unit: '×' }], detail };
});
