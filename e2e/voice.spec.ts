import type { Locator, Page } from '@playwright/test';
import { browserFlags } from '#testing/browser/browserFlags.ts';
import { findBrowser } from '#testing/browser/findBrowser.ts';
import { meet } from './fixtures/meet.ts';
import { expect, test, type Person } from './fixtures/test.ts';
import { workerRules } from './fixtures/workerRules.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import type { ChatPage } from './pages/chatPage.ts';

const executablePath = findBrowser();
/** The browser beeps into its own microphone, and lets every page hear it. */
const flags = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
test.use({
  launchOptions: { ...(executablePath ? { executablePath } : {}), args: [...browserFlags(), ...flags] },
});

const mic = (page: Page): Locator => page.getByRole('button', { name: 'Record a voice message' });
const bar = (page: Page): Locator => page.getByRole('group', { name: 'Voice message to be sent' });
const send = (page: Page): Promise<void> => bar(page).getByRole('button', { name: 'Send', exact: true }).click();
const lines = ({ feed }: ChatPage): Locator => feed.getByRole('article', { name: /Voice message/ });
const play = (line: Locator): Locator => line.getByRole('button', { name: /^Play voice message/ });
const pause = (line: Locator): Locator => line.getByRole('button', { name: /^Pause voice message/ });

declare global {
  /** microphones that this page was given */
  var micTracks: MediaStreamTrack[] | undefined;
}

/** Speaks until the recording says that it is so many seconds long. */
const speak = (page: Page, seconds: number): Promise<void> =>
  expect
    .poll(async () => Number((await page.getByRole('timer').textContent())?.split(':').at(-1)))
    .toBeGreaterThanOrEqual(seconds);

/** The microphone is held until so many seconds are recorded, and the finger goes from its middle by so many px. */
async function holdMic(page: Page, seconds: number, by?: { x: number; y: number }): Promise<void> {
  // Its code comes once the screen is at rest; before that it can only be pressed.
  await expect(mic(page)).toHaveAttribute('aria-describedby', /./, { timeout: 15_000 });
  const box = await mic(page).boundingBox();
  if (!box) throw new Error('no microphone');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await speak(page, seconds);
  if (by) await page.mouse.move(x + by.x, y + by.y, { steps: 6 });
  await page.mouse.up();
}

/** From now on the page notes each microphone that it is given. */
async function watchMicrophones({ context, page }: Person): Promise<void> {
  await context.addInitScript(() => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    globalThis.micTracks = [];
    mediaDevices.getUserMedia = async (wish) => {
      const stream = await ask(wish);
      globalThis.micTracks?.push(...stream.getTracks());
      return stream;
    };
  });
  await page.reload();
}

/** How many of them are on: the browser shows its sign for each. */
const openMicrophones = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis.micTracks ?? []).filter(({ readyState }) => readyState === 'live').length);

test('held, locked, thrown away and sent; heard by the other, faster, and the next one follows', async ({ person }) => {
  const { a: ana, b: ben, chatA, chatB } = await meet(person);
  await Promise.all([workerRules(ana), workerRules(ben)]);
  await watchMicrophones(ana);

  // Held and let go: it is sent.
  await holdMic(ana.page, 2);
  await expect(lines(chatA)).toHaveCount(1);
  await expect(lines(chatB)).toHaveCount(1, { timeout: 20_000 });
  // Slid away: nothing is.
  await holdMic(ana.page, 1, { x: -160, y: 0 });
  await expect(mic(ana.page)).toBeVisible();
  // Slid up: it goes on without the finger, and is sent by its button.
  await holdMic(ana.page, 1, { x: 0, y: -90 });
  await expect(ana.page.getByText('Recording is locked. Let go, talk on, read on.')).toBeVisible();
  await speak(ana.page, 2);
  await send(ana.page);
  await expect(lines(chatB)).toHaveCount(2, { timeout: 20_000 });
  expect(await openMicrophones(ana.page)).toBe(0);

  const [first, second] = [lines(chatB).nth(0), lines(chatB).nth(1)];
  await expect(play(first)).toHaveAccessibleName(/not played yet/);
  await play(first).click();
  await expect(first.getByRole('button', { name: 'Speed 1×' })).toBeVisible({ timeout: 10_000 });
  await expect(pause(second)).toBeVisible({ timeout: 10_000 });
  await expect(pause(first)).toHaveCount(0);
  // And then it is over.
  await expect(play(second)).toBeVisible({ timeout: 10_000 });
  await expect(play(second)).not.toHaveAccessibleName(/not played yet/);
  await ben.page.reload();
  await expect(play(lines(chatB).nth(0))).not.toHaveAccessibleName(/not played yet/, { timeout: 20_000 });
});

test('by keyboard: paused, heard, gone on with; a reload and another place leave it in its chat; Escape asks', async ({
  person,
}) => {
  const { a: ana, b: ben, chatA, chatB } = await meet(person);
  const { page } = ana;
  await Promise.all([workerRules(ana), workerRules(ben)]);
  await mic(page).press('Enter');
  await speak(page, 4);
  await page.reload();
  await expect(play(bar(page))).toBeVisible({ timeout: 20_000 });
  await bar(page).getByRole('button', { name: 'Discard recording' }).click();
  await expect(chatA.composer).toBeVisible();

  await mic(page).press('Enter');
  await speak(page, 1);
  await bar(page).getByRole('button', { name: 'Pause and listen' }).click();
  await play(bar(page)).click();
  await expect(play(bar(page))).toBeVisible({ timeout: 10_000 });
  await bar(page).getByRole('button', { name: 'Record on' }).click();
  await speak(page, 2);
  const list = new ChatListPage(page);
  await page.getByRole('link', { name: 'Friends' }).first().click();
  await expect(chatA.composer).toHaveCount(0);
  await list.open();
  await expect(list.row(ben.name)).toContainText(/Draft.*Voice message · 0:0\d/);
  await list.openChat(ben.name);
  await expect(play(bar(page))).toBeVisible({ timeout: 10_000 });
  await send(page);
  await expect(lines(chatB)).toHaveCount(1, { timeout: 20_000 });
  await expect(chatA.composer).toBeVisible();
  await page.reload();
  await expect(lines(chatA)).toHaveCount(1, { timeout: 20_000 });
  await expect(bar(page).getByRole('button', { name: 'Discard recording' })).toHaveCount(0);

  await watchMicrophones(ana);
  await mic(page).press('Enter');
  await speak(page, 11);
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByRole('timer')).toBeVisible();
  await bar(page).getByRole('button', { name: 'Discard recording' }).press('Escape');
  await question.getByRole('button', { name: 'Discard' }).click();
  await expect(mic(page)).toBeVisible();
  await expect(page.getByRole('timer')).toHaveCount(0);
  expect(await openMicrophones(page)).toBe(0);
});

test('without a network it waits and arrives once; it plays on elsewhere, and again without a network', async ({
  person,
}) => {
  const { a: ana, b: ben, chatA, chatB } = await meet(person);
  await Promise.all([workerRules(ana), workerRules(ben)]);
  await expect(mic(ana.page)).toHaveAttribute('aria-describedby', /./, { timeout: 15_000 });
  await ana.network.cut();
  await mic(ana.page).click();
  await speak(ana.page, 8);
  await send(ana.page);
  await expect(lines(chatA)).toHaveCount(1);
  await chatA.write('and a word behind it');
  await chatA.expectMessage('and a word behind it');
  await ana.page.reload();
  await expect(lines(chatA)).toHaveCount(1, { timeout: 20_000 });
  await ana.network.restore();
  await chatB.expectMessage('and a word behind it');
  await expect(lines(chatB)).toHaveCount(1, { timeout: 30_000 });
  await ben.page.reload();
  await expect(lines(chatB)).toHaveCount(1, { timeout: 20_000 });

  const { page } = ben;
  await play(lines(chatB).first()).click();
  await expect(pause(lines(chatB).first())).toBeVisible({ timeout: 10_000 });
  const list = new ChatListPage(page);
  await page.getByRole('link', { name: 'Friends' }).first().click();
  const mini = page.getByRole('region', { name: 'Voice message' });
  await expect(mini).toContainText(ana.name);
  await mini.getByRole('button', { name: /^Pause voice message/ }).click();
  await mini.getByRole('button', { name: 'Speed 1×' }).click();
  await expect(mini.getByRole('button', { name: 'Speed 1.5×' })).toBeVisible();
  await mini.getByRole('button', { name: /^Go to the message/ }).click();
  await expect(mini).toHaveCount(0);
  await expect(play(lines(chatB).first())).toBeVisible();
  await page.getByRole('link', { name: 'Friends' }).first().click();
  await mini.getByRole('button', { name: 'Stop and close' }).click();
  await expect(mini).toHaveCount(0);

  await list.open();
  await list.openChat(ana.name);
  await ben.network.cut();
  await page.reload();
  const line = lines(chatB).first();
  await play(line).click({ timeout: 20_000 });
  await expect(pause(line)).toBeVisible({ timeout: 10_000 });
  await expect(line.getByRole('button', { name: 'Speed 1.5×' })).toBeVisible();
  const slider = line.getByRole('slider', { name: 'Place in the message' });
  await slider.press('End');
  await expect(play(line)).toBeVisible({ timeout: 10_000 });
});
