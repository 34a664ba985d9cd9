import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Locator, Page, TestInfo } from '@playwright/test';
import { meet } from './fixtures/meet.ts';
import { expect, test } from './fixtures/test.ts';
import { ChatPage } from './pages/chatPage.ts';

// A slow machine takes long for so many bytes.
test.describe.configure({ timeout: 900_000 });
const patience = { timeout: 180_000 };

async function hashOf(chunks: AsyncIterable<Buffer | string>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

/** A file of so many bytes that have no pattern: what is missing, doubled or moved has another sum. */
async function makeFile(info: TestInfo, name: string, bytes: number): Promise<{ path: string; sum: string }> {
  const path = info.outputPath(name);
  await writeFile(path, randomBytes(bytes));
  return { path, sum: await hashOf(createReadStream(path)) };
}

async function sendFile(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'File' }).click();
  await (await choosing).setFiles(path);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

const progress = (page: Page, name: string): Locator => page.getByRole('progressbar', { name: `Sending ${name}` });

/** Waits until so many percent of the file are up. */
const reaches = (page: Page, name: string, percent: number): Promise<void> =>
  expect
    .poll(async () => Number((await progress(page, name).getAttribute('aria-valuenow')) ?? 0), patience)
    .toBeGreaterThanOrEqual(percent);

/** Saves the file as a person does; answers the sum of what lies on the disk then. */
async function save(page: Page, name: string): Promise<string> {
  const button = page.getByRole('button', { name: `Save ${name}` });
  await expect(button).toBeVisible(patience);
  const downloading = page.waitForEvent('download', patience);
  await button.click();
  const saved = await downloading;
  expect(saved.suggestedFilename()).toBe(name);
  return hashOf(createReadStream(await saved.path()));
}

test('thirty megabytes over a line that is cut again and again arrive whole', async ({ person }, info) => {
  const { a: ana, b: ben, chatA, chatB } = await meet(person);
  const { path, sum } = await makeFile(info, 'film.bin', 30 * 1_024 * 1_024);
  ana.network.slow({ latencyMs: 10, bytesPerSecond: 3_000_000 });
  await sendFile(ana.page, path);
  // Resets, a silence, and a loss that the browser notices.
  await reaches(ana.page, 'film.bin', 10);
  ana.network.reset();
  await ana.network.restore();
  ana.network.slow({ latencyMs: 10, bytesPerSecond: 3_000_000 });
  await reaches(ana.page, 'film.bin', 30);
  await ana.network.cut();
  await expect(ana.page.getByText('Offline', { exact: true })).toBeVisible(patience);
  await ana.network.restore();
  ana.network.slow({ latencyMs: 10, bytesPerSecond: 3_000_000 });
  await reaches(ana.page, 'film.bin', 60);
  ana.network.reset();
  await ana.network.restore();
  await expect(progress(ana.page, 'film.bin')).toHaveCount(0, patience);
  expect(await save(ben.page, 'film.bin')).toBe(sum);
  // Once, and what is written afterwards stands behind it.
  await chatA.write('did it come?');
  await chatB.expectMessage('did it come?');
  await expect(ben.page.getByRole('button', { name: 'Save film.bin' })).toHaveCount(1);
});

test('an upload goes on in another tab when its own is closed in the middle', async ({ person }, info) => {
  const { a: ana, b: ben } = await meet(person);
  const { path, sum } = await makeFile(info, 'plan.bin', 12 * 1_024 * 1_024);
  const address = ana.page.url();
  const other = await ana.newTab();
  await other.goto(address);
  await new ChatPage(other).expectMessage('hello');
  ana.network.slow({ latencyMs: 10, bytesPerSecond: 1_000_000 });
  await ana.page.bringToFront();
  await sendFile(ana.page, path);
  await reaches(ana.page, 'plan.bin', 20);
  await ana.page.close();
  // The other tab has it on screen, goes on from where it stood, and does not begin anew.
  await expect(progress(other, 'plan.bin')).toBeVisible(patience);
  await reaches(other, 'plan.bin', 40);
  await ana.network.restore();
  await expect(progress(other, 'plan.bin')).toHaveCount(0, patience);
  expect(await save(ben.page, 'plan.bin')).toBe(sum);
  await expect(ben.page.getByRole('button', { name: 'Save plan.bin' })).toHaveCount(1);
});
