import type { Locator, Page } from '@playwright/test';
import { phonePhoto } from '#testing/samplePictures.ts';
import { meet } from './fixtures/meet.ts';
import { workerRules } from './fixtures/workerRules.ts';
import { expect, test } from './fixtures/test.ts';
import { ChatPage } from './pages/chatPage.ts';

/** A photo as a phone writes it: turned, and with the place where it was taken. */
const photo = async (name: string, width = 600, height = 400) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await phonePhoto(width, height),
});

/** Picks files by the composer's menu. */
async function pick(
  page: Page,
  entry: string,
  files: { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: entry }).click();
  await (await choosing).setFiles(files);
}

const tray = (page: Page): Locator => page.getByRole('list', { name: 'Files to be sent' });
const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click();
const mediaLines = (page: Page): Locator =>
  page
    .getByRole('feed')
    .getByRole('article')
    .filter({ has: page.getByRole('group') });

/** All pictures of a message are on screen, and not only asked for. */
const expectPictures = (line: Locator, count: number) =>
  expect
    .poll(
      () =>
        line
          .locator('img')
          .evaluateAll(
            (images) =>
              (images as HTMLImageElement[]).filter(
                (image) => image.naturalWidth > 0 && getComputedStyle(image).opacity === '1',
              ).length,
          ),
      { timeout: 20_000 },
    )
    .toBe(count);

/** Drops or pastes files where the person writes. */
async function give(
  page: Page,
  how: 'drop' | 'paste',
  files: { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: buffer.toString('base64') }));
  await page.evaluate(
    ([way, list]) => {
      const data = new DataTransfer();
      for (const { name, mimeType, bytes } of list)
        data.items.add(
          new File([Uint8Array.from(atob(bytes), (letter) => letter.codePointAt(0) ?? 0)], name, { type: mimeType }),
        );
      const place = document.querySelector('[role="feed"]') ?? document.body;
      const options = { bubbles: true, cancelable: true };
      if (way === 'paste')
        return document.body.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: data }));
      place.dispatchEvent(new DragEvent('dragover', { ...options, dataTransfer: data }));
      return place.dispatchEvent(new DragEvent('drop', { ...options, dataTransfer: data }));
    },
    [how, given] as const,
  );
}

test('photos, picked, pasted and dropped: prepared, in the order of the tray, seen by the other, there without a network', async ({
  person,
}) => {
  const { a: ana, b: ben, chatA } = await meet(person);
  await Promise.all([workerRules(ana), workerRules(ben)]);

  await pick(ana.page, 'Photos and videos', [await photo('one.jpg'), await photo('two.jpg')]);
  await give(ana.page, 'paste', [await photo('three.jpg')]);
  await expect(tray(ana.page).getByRole('listitem')).toHaveCount(3);
  await tray(ana.page)
    .getByRole('button', { name: /^three.*, 3 of 3/ })
    .press('ArrowLeft');
  await tray(ana.page)
    .getByRole('button', { name: /^one.*, 1 of 3/ })
    .press('Delete');
  await expect(tray(ana.page).getByRole('listitem')).toHaveCount(2);

  // What is to be sent is part of the draft.
  await chatA.composer.fill('from the ferry');
  await expect(tray(ana.page).getByRole('button', { name: /^three.*, 1 of 2/ })).toBeVisible();
  // What leaves the field is kept at once.
  await chatA.composer.blur();
  await ana.page.reload();
  await expect(tray(ana.page).getByRole('button', { name: /^three.*, 1 of 2/ })).toBeVisible({ timeout: 20_000 });
  await expect(chatA.composer).toHaveValue('from the ferry');
  await send(ana.page);
  await expect(tray(ana.page)).toHaveCount(0);
  await expectPictures(mediaLines(ana.page).last(), 2);

  const line = mediaLines(ben.page).last();
  await expect(line).toContainText('from the ferry', { timeout: 20_000 });
  await expectPictures(line, 2);
  // Turned, and without a word about the camera.
  const bytes = await line
    .locator('img')
    .first()
    .evaluate(async (image: HTMLImageElement) => {
      const response = await fetch(image.src);
      return [...new Uint8Array(await response.arrayBuffer())];
    });
  expect(Buffer.from(bytes).includes('SecretCamera')).toBe(false);
  const shape = await line
    .locator('img')
    .first()
    .evaluate((image: HTMLImageElement) => image.naturalWidth < image.naturalHeight);
  expect(shape).toBe(true);

  await give(ben.page, 'drop', [await photo('answer.jpg')]);
  await expect(tray(ben.page).getByRole('listitem')).toHaveCount(1);
  await send(ben.page);
  await expectPictures(mediaLines(ana.page).last(), 1);

  // Seen once, it is there without a network.
  await ben.network.cut();
  await ben.page.reload();
  await expectPictures(mediaLines(ben.page).first(), 2);
  await mediaLines(ben.page)
    .first()
    .getByRole('button', { name: /^Photo 1 of 2/ })
    .click();
  const viewer = ben.page.getByRole('dialog');
  await expect(viewer.getByRole('img', { name: 'Photo 1 of 2' })).toBeVisible();
  await ben.page.keyboard.press('ArrowRight');
  await expect(viewer.getByRole('img', { name: 'Photo 2 of 2' })).toBeVisible();
  await ben.page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  await ben.network.restore();
});

test('ten photos without a network, and a reload in between: each sent once, in order', async ({ person }) => {
  const { a: ana, b: ben, chatA, chatB } = await meet(person);
  await workerRules(ana);
  await ana.network.cut();
  for (let n = 1; n <= 10; n += 1) {
    await give(ana.page, 'drop', [await photo(`p${n}.jpg`, 300 + 2 * n, 200)]);
    await expect(tray(ana.page).getByRole('listitem')).toHaveCount(1);
    await chatA.composer.fill(`photo ${n}`);
    await expect(ana.page.getByRole('button', { name: 'Send', exact: true })).toBeEnabled();
    await send(ana.page);
    await expect(mediaLines(ana.page)).toHaveCount(n);
  }
  await chatA.write('and a word behind them');
  await ana.page.reload();
  await expect(mediaLines(ana.page)).toHaveCount(10, { timeout: 20_000 });
  await expectPictures(mediaLines(ana.page).last(), 1);
  await ana.network.restore();
  await chatB.expectMessage('and a word behind them');
  await expect(mediaLines(ben.page)).toHaveCount(10, { timeout: 60_000 });
  const words = await chatB.texts(/^photo \d+$/);
  expect(words).toEqual(Array.from({ length: 10 }, (_, at) => `photo ${at + 1}`));
  // Nothing is left that waits, and a later look finds nothing twice.
  await expect(ana.page.getByRole('progressbar')).toHaveCount(0, { timeout: 20_000 });
  await ben.page.reload();
  await expect(mediaLines(ben.page)).toHaveCount(10, { timeout: 20_000 });
});

test('a large file over a line that breaks: it goes on after a reload, another tab sees it, and is saved by the other', async ({
  person,
}) => {
  const { a: ana, b: ben, chatA, chatB } = await meet(person);
  const bytes = Buffer.alloc(8 * 1_024 * 1_024, 'kabar ');
  ana.network.slow({ latencyMs: 20, bytesPerSecond: 1_500_000 });
  await pick(ana.page, 'File', [{ name: 'plan.bin', mimeType: 'application/octet-stream', buffer: bytes }]);
  await send(ana.page);
  const bar = ana.page.getByRole('progressbar', { name: 'Sending plan.bin' });
  await expect
    .poll(async () => Number(await bar.getAttribute('aria-valuenow')), { timeout: 20_000 })
    .toBeGreaterThan(10);

  await ana.page.getByRole('button', { name: 'Pause plan.bin' }).click();
  await chatA.write('this one does not wait');
  await chatB.expectMessage('this one does not wait');
  await ana.page.reload();
  await ana.page.getByRole('button', { name: 'Go on with plan.bin' }).click();
  await ana.network.cut();
  await expect(ana.page.getByText('Offline', { exact: true })).toBeVisible({ timeout: 20_000 });
  await ana.network.restore();

  const file = ben.page.getByRole('button', { name: 'Save plan.bin' });
  await expect(file).toBeVisible({ timeout: 60_000 });
  const downloading = ben.page.waitForEvent('download');
  await file.click();
  const saved = await downloading;
  expect(saved.suggestedFilename()).toBe('plan.bin');
  const stream = await saved.createReadStream();
  const got: Buffer[] = [];
  for await (const piece of stream) got.push(piece as Buffer);
  expect(Buffer.concat(got).equals(bytes)).toBe(true);
});

test('what can never be sent is told of at once, and what is cancelled never arrives', async ({ person }) => {
  const { a: ana, b: ben, chatA, chatB } = await meet(person);
  await pick(ana.page, 'File', [{ name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }]);
  await expect(ana.page.getByText('nothing.txt is empty.')).toBeVisible();
  await expect(ana.page.getByRole('button', { name: 'Choose another' })).toBeVisible();
  await expect(ana.page.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
  await ana.page.getByRole('button', { name: 'Remove nothing.txt' }).click();

  ana.network.slow({ latencyMs: 20, bytesPerSecond: 200_000 });
  await pick(ana.page, 'File', [
    { name: 'regret.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(4 * 1_024 * 1_024, 1) },
  ]);
  await send(ana.page);
  await ana.page.getByRole('button', { name: 'Do not send regret.bin' }).click();
  await expect(ana.page.getByText('regret.bin')).toHaveCount(0);
  await ana.network.restore();
  await chatA.write('never mind');
  await chatB.expectMessage('never mind');
  await expect(ben.page.getByText('regret.bin')).toHaveCount(0);
  await new ChatPage(ana.page).expectMessage('never mind');
});
