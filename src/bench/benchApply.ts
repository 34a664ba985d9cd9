import { join } from 'node:path';
import type { Page } from 'playwright';
import { openDiskProfile } from './browser/openBrowser.ts';
import type { ApplyOrder, ApplyResult, ApplyShape } from './floor/apply/ApplyOrder.ts';
import { makeClientFolder } from './shared/makeClientFolder.ts';
import { runBench, type BenchScope } from './shared/runBench.ts';
import { seedWorld } from './shared/seedWorld.ts';
import { startKabar } from './shared/startKabar.ts';
import { median, percentile } from './statistics.ts';

/*
 * How fast does the device take changes? The engine's own way (door, merge, store, announcement) in a dedicated worker, against bare puts of the very rows
 * that it writes, in as many transactions, into a database with the same tables and indexes on the same disk. Twice: messages that arrive one by one in a
 * hundred chats, and long deltas as a catch-up brings them.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 9);
const shapes = ['live', 'catchUp'] as const;
/** Half as fast as bare puts at least. */
const limit = 2;

async function openPage(scope: BenchScope): Promise<Page> {
  const clientFolder = await makeClientFolder(scope);
  const dataDir = await scope.folder();
  const world = await seedWorld(join(dataDir, 'kabar.db'), { people: 1, rooms: [] });
  const { url } = await startKabar(scope, dataDir, { clientFolder });
  const [person] = world.people;
  if (!person) throw new Error('the world has people');
  const profile = await openDiskProfile(scope, url, person);
  const page = await profile.newPage();
  page.on('console', (message) => scope.say(`page: ${message.text()}`));
  await page.goto(`${url}/bench-apply.html`);
  await page.waitForFunction(() => globalThis.benchApply !== undefined);
  return page;
}

function run(page: Page, order: ApplyOrder): Promise<ApplyResult> {
  return page.evaluate((what) => {
    if (!globalThis.benchApply) throw new Error('the page is not ready');
    return globalThis.benchApply(what);
  }, order);
}

type Found = Record<ApplyOrder['by'], ApplyResult[]>;

const describe = (results: readonly ApplyResult[]) => {
  const times = results.map(({ ms }) => ms);
  const first = results[0] as ApplyResult;
  return {
    deltasPerSecond: Math.round(first.deltas / (median(times) / 1_000)),
    rowsPerSecond: Math.round(first.rows / (median(times) / 1_000)),
    p90Ms: Math.round(percentile(times, 0.9)),
    rows: first.rows,
    transactions: first.transactions,
    times: times.map(Math.round),
  };
};

await runBench('apply', async (scope) => {
  const page = await openPage(scope);
  const found = new Map<ApplyShape, Found>(shapes.map((shape) => [shape, { engine: [], raw: [] }]));
  let database = 5_000_000;
  for (let round = -1; round < rounds; round += 1) {
    for (const shape of shapes) {
      // The first round warms up, and tells the raw side what there is to write.
      const order = round % 2 === 0 ? (['raw', 'engine'] as const) : (['engine', 'raw'] as const);
      for (const by of order) {
        const result = await run(page, { by, shape, database: (database += 1) });
        if (round >= 0) found.get(shape)?.[by].push(result);
      }
    }
  }
  const detail = Object.fromEntries(
    [...found].map(([shape, { engine, raw }]) => [shape, { engine: describe(engine), raw: describe(raw) }]),
  );
  for (const [shape, figures] of Object.entries(detail))
    for (const [by, figure] of Object.entries(figures)) scope.say(`${shape} ${by}: ${JSON.stringify(figure)}`);
  // Round by round: what else the machine does meets both sides of a ratio.
  const ratio = ({ engine, raw }: Found): number =>
    median(engine.map(({ ms }, round) => ms / (raw[round]?.ms ?? Number.NaN)));
  const bars = [...found].map(([shape, times]) => ({
    name: `bare puts ÷ engine, deltas per second, ${shape}`,
    value: ratio(times),
    limit,
    unit: '×',
  }));
  return { bars, detail: { rounds, ...detail } };
});
