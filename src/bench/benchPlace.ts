import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { armProbe, type Shown } from './browser/armProbe.ts';
import { openDiskProfile } from './browser/openBrowser.ts';
import { traceTasks, type TracedTasks } from './browser/traceTasks.ts';
import { placeText, seedCommunity } from './community/seedCommunity.ts';
import { makeClientFolder } from './shared/makeClientFolder.ts';
import { runBench, type BenchScope } from './shared/runBench.ts';
import { startKabar } from './shared/startKabar.ts';
import { median, percentile } from './statistics.ts';

/*
 * A community of 5,000 in the browser, its messages on the device: how soon does it stand after the click, and does its list of members, opened and flung
 * from A to Z, keep the page busy for longer than a moment? Tasks count by the CPU time they take, because a shared machine puts short ones aside.
 */
const members = Number(process.env['BENCH_MEMBERS'] ?? 5_000);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 30);
const messages = 600;
const frameMs = 1_000 / 60;
const flings = 6;

interface Stage {
  page: Page;
  input: CDPSession;
  c: number;
  newest: string;
}

async function prepare(scope: BenchScope): Promise<Stage> {
  const clientFolder = await makeClientFolder(scope);
  const dataDir = await scope.folder();
  scope.say('Writing the world …');
  const plan = { people: members, joined: members, kind: 'community' as const, messages };
  const { people, c } = await seedCommunity(join(dataDir, 'kabar.db'), plan);
  const [person] = people;
  if (!person) throw new Error('the community has people');
  const { url } = await startKabar(scope, dataDir, { clientFolder });
  const profile = await openDiskProfile(scope, url, person);
  const page = await profile.newPage();
  await page.goto(`${url}/chats`);
  await page.locator(`a[href="/chats/${c}"]`).waitFor();
  return { page, input: await page.context().newCDPSession(page), c, newest: placeText(messages - 1) };
}

/** From the empty stage into the community by a click on its row. */
async function open({ page, c, newest }: Stage): Promise<Shown> {
  const row = page.locator(`a[href="/chats/${c}"]`);
  const box = await row.boundingBox();
  if (!box) throw new Error('the community is not in the list');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const whenShown = await armProbe(page, { event: 'click', text: newest });
  await page.waitForTimeout(50);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  return whenShown();
}

async function openMany(stage: Stage): Promise<{ times: number[]; tasks: TracedTasks }> {
  const times: number[] = [];
  const end = await traceTasks(stage.page, stage.input);
  for (let round = 0; round < rounds; round += 1) {
    const { begun, shown } = await open(stage);
    times.push(shown - begun);
    await stage.page.waitForTimeout(150);
    await stage.page.goBack();
    await stage.page.getByRole('feed').waitFor({ state: 'detached' });
  }
  return { times, tasks: await end() };
}

/** The list of members, opened in the panel and flung through. Answers also how many rows stood at each stop. */
async function readMembers(stage: Stage): Promise<{ tasks: TracedTasks; stops: number[] }> {
  const { page, input } = stage;
  await page.getByRole('button', { name: 'Info' }).click();
  const show = page.getByRole('button', { name: /^(?:Show all|All) .*members/ });
  await show.waitFor();
  const end = await traceTasks(page, input);
  await show.click();
  const list = page.getByRole('listbox').last();
  await list.getByRole('option').first().waitFor();
  const box = await list.boundingBox();
  if (!box) throw new Error('the list of members is not on screen');
  const stops: number[] = [];
  for (let turn = 0; turn < flings; turn += 1) {
    await input.send('Input.synthesizeScrollGesture', {
      ...{ x: box.x + box.width / 2, y: box.y + Math.min(box.height, 700) / 2 },
      ...{ yDistance: -20_000, speed: 8_000, gestureSourceType: 'mouse' },
    });
    await page.waitForTimeout(400);
    stops.push(await list.getByRole('option').count());
  }
  return { tasks: await end(), stops };
}

await runBench('place', async (scope) => {
  const stage = await prepare(scope);
  // Once, so that the messages are on the device.
  await open(stage);
  await stage.page.waitForTimeout(1_000);
  await stage.page.goBack();
  const opened = await openMany(stage);
  await open(stage);
  const list = await readMembers(stage);
  const frames = opened.times.map((ms) => ms / frameMs);
  const longest = (tasks: TracedTasks): number => Math.round(Math.max(0, ...tasks.long));
  return {
    bars: [
      { name: 'from the click to the newest message, median', value: median(frames), limit: 6, unit: 'frames' },
      { name: 'tasks over 50 ms while opening', value: opened.tasks.long.length, limit: 0, unit: 'tasks' },
      { name: 'tasks over 50 ms in the list of members', value: list.tasks.long.length, limit: 0, unit: 'tasks' },
      {
        name: 'stops with fewer than five rows',
        value: list.stops.filter((n) => n < 5).length,
        limit: 0,
        unit: 'stops',
      },
    ],
    detail: {
      members,
      rounds,
      p95Frames: Number(percentile(frames, 0.95).toFixed(1)),
      longestTaskMs: { opening: longest(opened.tasks), members: longest(list.tasks) },
      overFrame: { opening: opened.tasks.overFrame, members: list.tasks.overFrame },
      rowsAtStops: list.stops,
    },
  };
});
