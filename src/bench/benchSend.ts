import { join } from 'node:path';
import type { Page } from 'playwright';
import { seededRandom } from '#base/seededRandom.ts';
import { armProbe } from './browser/armProbe.ts';
import { openBrowser, openDiskProfile, openProfile } from './browser/openBrowser.ts';
import { makeClientFolder } from './shared/makeClientFolder.ts';
import { runBench, type BenchScope } from './shared/runBench.ts';
import { seedWorld } from './shared/seedWorld.ts';
import { startKabar } from './shared/startKabar.ts';
import { median, percentile } from './statistics.ts';

/*
 * How long from Enter to the own bubble? The floor is a bare React list that paints after one awaited put into a Dexie table. Both are tabs of one profile
 * on disk and take turns; keys come at random offsets within a frame. Beside it: how long until the message stands in the other person's browser.
 */
const sends = Number(process.env['BENCH_ROUNDS'] ?? 120);
const warmUps = 5;
const limit = 1.5;
const frameMs = 1_000 / 60;
const random = seededRandom(7);

interface Pages {
  app: Page;
  floor: Page;
  /** the other person's */
  other: Page;
}

async function prepare(scope: BenchScope): Promise<Pages> {
  const clientFolder = await makeClientFolder(scope);
  const dataDir = await scope.folder();
  const rooms = [
    { members: [0, 1], messages: 200, isRead: true },
    { members: [0, 1, 2], messages: 100, isRead: true },
  ];
  const world = await seedWorld(join(dataDir, 'kabar.db'), { people: 3, rooms });
  const [mine, theirs] = world.people;
  if (!mine || !theirs) throw new Error('the world has people');
  const { url } = await startKabar(scope, dataDir, { clientFolder });
  const profile = await openDiskProfile(scope, url, mine);
  const [app, floor] = [await profile.newPage(), await profile.newPage()];
  const other = await (await openProfile(await openBrowser(scope), url, theirs)).newPage();
  for (const page of [app, other]) {
    await page.goto(`${url}/chats/${world.chats[0]}`);
    await page.getByRole('article').first().waitFor();
  }
  await floor.goto(`${url}/bench-send.html`);
  await floor.getByRole('article').first().waitFor();
  return { app, floor, other };
}

/** Writes and sends one message in a tab; answers the ms from the key to the paint, and when the key was pressed on the machine's clock. */
async function sendIn(page: Page, text: string): Promise<{ ms: number; at: number }> {
  const box = page.getByRole('textbox', { name: /^Message/ });
  await page.bringToFront();
  await box.fill(text);
  const whenShown = await armProbe(page, { event: 'keydown', text });
  // A tab that was just brought forward gets its frames again; then a moment within one.
  await page.waitForTimeout(60 + random.float() * 2 * frameMs);
  await box.press('Enter');
  const { begun, shown, origin } = await whenShown();
  return { ms: shown - begun, at: origin + begun };
}

await runBench('send', async (scope) => {
  const pages = await prepare(scope);
  const times = { app: [] as number[], floor: [] as number[], across: [] as number[] };
  for (let turn = -warmUps; turn < sends; turn += 1) {
    for (const name of turn % 2 === 0 ? (['app', 'floor'] as const) : (['floor', 'app'] as const)) {
      const text = `Message ${turn + warmUps} ${name}, written at a calm pace`;
      const whenThere = name === 'app' ? await armProbe(pages.other, { event: undefined, text }) : undefined;
      const { ms, at } = await sendIn(pages[name], text);
      const there = await whenThere?.();
      if (turn < 0) continue;
      times[name].push(ms);
      if (there) times.across.push(there.origin + there.shown - at);
    }
  }
  const describe = (sample: readonly number[]) => ({
    p50Ms: Number(median(sample).toFixed(1)),
    p95Ms: Number(percentile(sample, 0.95).toFixed(1)),
  });
  const detail = {
    sends,
    app: describe(times.app),
    floor: describe(times.floor),
    differenceInFrames: Number(((median(times.app) - median(times.floor)) / frameMs).toFixed(2)),
    enterToOtherBrowser: describe(times.across),
  };
  for (const name of ['app', 'floor', 'enterToOtherBrowser'] as const)
    scope.say(`${name}: ${JSON.stringify(detail[name])}`);
  const value = median(times.app) / median(times.floor);
  return { bars: [{ name: 'Enter → own bubble ÷ bare list with one put', value, limit, unit: '×' }], detail };
});
