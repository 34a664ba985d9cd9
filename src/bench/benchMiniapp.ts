import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { ensureMiniScripts } from '#server/ensureMiniScripts.ts';
import { openDiskProfile } from './browser/openBrowser.ts';
import { benchPages } from './miniapp/benchPages.ts';
import { frameGaps } from './miniapp/frameGaps.ts';
import { makeAdmin, openPublisher } from './miniapp/openPublisher.ts';
import { frameOf, timeOpening } from './miniapp/timeOpening.ts';
import { timeTrips } from './miniapp/timeTrips.ts';
import { makeClientFolder } from './shared/makeClientFolder.ts';
import { runBench, type BenchScope } from './shared/runBench.ts';
import { seedWorld } from './shared/seedWorld.ts';
import { startKabar } from './shared/startKabar.ts';
import { median, percentile } from './statistics.ts';

/*
 * What does it cost that a page runs inside the messenger? The product and a page with nothing but a frame show the same files of the same server, in turns and in the
 * same browser: how soon the page is on screen after the press, and how many questions it gets answered. And does the messenger keep drawing while an app is busy?
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 21);
const warmUps = 3;
/** How long a finger or a button stays down; the time to the picture counts from where it is lifted, for both. */
const pressMs = 80;
/** Fewer than an app may say at once; after a batch its allowance fills again. */
const trips = 120;
const batches = 7;
const refillMs = 3_000;
const busyMs = 8_000;

type AppName = keyof typeof benchPages;

interface Stage {
  product: Page;
  context: BrowserContext;
  url: string;
}

async function prepare(scope: BenchScope): Promise<Stage> {
  const clientFolder = await makeClientFolder(scope);
  await ensureMiniScripts(join(import.meta.dirname, '../..'), scope.say);
  const dataDir = await scope.folder();
  const database = join(dataDir, 'kabar.db');
  const { people } = await seedWorld(database, { people: 3, rooms: [{ members: [0, 1], messages: 30 }] });
  const [person, maker, admin] = people;
  if (!person || !maker || !admin) throw new Error('the world has people');
  makeAdmin(database, admin);
  const { url } = await startKabar(scope, dataDir, { clientFolder });
  const publisher = await openPublisher(url, maker, admin);
  for (const [app, files] of Object.entries(benchPages)) await publisher.publish(app, files);
  const context = await openDiskProfile(scope, url, person);
  const product = await context.newPage();
  await product.goto(`${url}/apps`);
  await product.getByRole('link', { name: 'bench-plain' }).first().waitFor();
  await product.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return { product, context, url };
}

/** A page with a frame of this app, and nothing else. */
async function openFloor({ context, url }: Stage, app: AppName): Promise<Page> {
  const page = await context.newPage();
  const address = url.replace('//', `//${app}.`);
  await page.goto(`${url}/bench-frame.html#page=${encodeURIComponent(`${address}/`)}`);
  return page;
}

async function press(page: Page, name: string, role: 'button' | 'link'): Promise<void> {
  const box = await page.getByRole(role, { name }).last().boundingBox();
  if (!box) throw new Error(`${name} is not on the page`);
  await page.mouse.click(box.x + 20, box.y + box.height / 2, { delay: pressMs });
  await page.mouse.move(1, 1);
}

const close = async (page: Page, app: AppName): Promise<void> => {
  await page.getByRole('button', { name: `Close ${app}` }).click();
  await page.locator('iframe').waitFor({ state: 'detached' });
};

/** Openings in turns, ms each. */
async function timeOpenings(stage: Stage, app: AppName) {
  const floor = await openFloor(stage, app);
  const times = { product: [] as number[], floor: [] as number[] };
  const turns = {
    async product() {
      await stage.product.bringToFront();
      const time = await timeOpening(stage.product, app, () => press(stage.product, app, 'link'));
      await close(stage.product, app);
      return time;
    },
    async floor() {
      await floor.bringToFront();
      const time = await timeOpening(floor, app, () => press(floor, 'Open', 'button'));
      await floor.evaluate(() => document.querySelector('iframe')?.remove());
      return time;
    },
  };
  for (let turn = -warmUps; turn < rounds; turn += 1) {
    for (const name of turn % 2 === 0 ? (['product', 'floor'] as const) : (['floor', 'product'] as const)) {
      const time = await turns[name]();
      if (turn >= 0) times[name].push(time);
      await stage.product.waitForTimeout(150);
    }
  }
  await floor.close();
  return times;
}

/** Questions answered per second, batches in turns. */
async function timeAnswers(stage: Stage) {
  const app = 'bench-plain';
  const floor = await openFloor(stage, app);
  await press(floor, 'Open', 'button');
  await stage.product.bringToFront();
  await press(stage.product, app, 'link');
  const frames = { product: await frameOf(stage.product, app), floor: await frameOf(floor, app) };
  const pages = { product: stage.product, floor };
  const rates = { product: [] as number[], floor: [] as number[] };
  for (let batch = -1; batch < batches; batch += 1) {
    for (const name of ['product', 'floor'] as const) {
      await pages[name].bringToFront();
      await stage.product.waitForTimeout(refillMs / 2);
      const rate = await timeTrips(frames[name], trips);
      if (batch >= 0) rates[name].push(rate);
    }
  }
  await stage.product.bringToFront();
  await close(stage.product, app);
  await floor.close();
  return rates;
}

async function watchBusy({ product }: Stage): Promise<number[]> {
  await press(product, 'bench-busy', 'link');
  await frameOf(product, 'bench-busy');
  await product.waitForTimeout(500);
  const gaps = await frameGaps(product, busyMs);
  await close(product, 'bench-busy');
  return gaps;
}

const round = (value: number): number => Number(value.toFixed(1));
const summary = ({ product, floor }: { product: number[]; floor: number[] }) => ({
  product: { median: round(median(product)), p95: round(percentile(product, 0.95)) },
  floor: { median: round(median(floor)), p95: round(percentile(floor, 0.95)) },
});

await runBench('miniapp', async (scope) => {
  const stage = await prepare(scope);
  const plain = await timeOpenings(stage, 'bench-plain');
  scope.say(`plain page: ${JSON.stringify(summary(plain))}`);
  const ready = await timeOpenings(stage, 'bench-ready');
  scope.say(`page that says ready: ${JSON.stringify(summary(ready))}`);
  const rates = await timeAnswers(stage);
  const gaps = await watchBusy(stage);
  const ratio = ({ product, floor }: typeof plain) => median(product) / median(floor);
  return {
    bars: [
      { name: 'from the press to a static page ÷ in a bare frame', value: ratio(plain), limit: 1.3, unit: '×' },
      { name: 'the same for a page that says ready', value: ratio(ready), limit: 1.3, unit: '×' },
      { name: 'raw echoes ÷ answers of the bridge', value: 1 / ratio(rates), limit: 1 / 0.3, unit: '×' },
      { name: 'gap between frames with a busy app, p99', value: percentile(gaps, 0.99), limit: 50, unit: 'ms' },
    ],
    detail: {
      rounds,
      openingMs: { plain: summary(plain), ready: summary(ready) },
      answersPerSecond: summary(rates),
      busy: { frames: gaps.length, median: round(median(gaps)), longest: round(Math.max(...gaps)) },
    },
  };
});
