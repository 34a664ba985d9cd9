import type { Locator, Page } from '@playwright/test';
import { phonePhoto } from '#testing/samplePictures.ts';
import { meet } from './fixtures/meet.ts';
import { swipe } from './fixtures/swipe.ts';
import { workerRules } from './fixtures/workerRules.ts';
import { expect, test, type Person } from './fixtures/test.ts';
import { pressOver } from './pages/chatPage.ts';

/** Picks photos, and files, by the composer's menu, and sends them. */
async function sendFiles(
  page: Page,
  entry: 'Photos and videos' | 'File',
  files: { name: string; mimeType: string; buffer: Buffer }[],
  words = '',
): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
  await (await choosing).setFiles(files);
  await expect(page.getByRole('list', { name: 'Files to be sent' }).getByRole('listitem')).toHaveCount(files.length);
  await page.getByRole('textbox', { name: /^Message / }).fill(words);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Files to be sent' })).toHaveCount(0);
}

const photo = async (name: string, width = 600, height = 400) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await phonePhoto(width, height),
});

const openGallery = async ({ page }: Person): Promise<Locator> => {
  await page.getByRole('button', { name: 'Photos, files and links' }).click();
  const gallery = page.getByRole('region', { name: /^Gallery of / });
  await expect(gallery).toBeVisible({ timeout: 20_000 });
  return gallery;
};

const cells = (gallery: Locator): Locator => gallery.getByRole('button', { name: /^Photo by / });
/** The picture of an element is there, and not only asked for. */
const isDrawn = (place: Locator): Promise<boolean> =>
  place
    .locator('img')
    .evaluateAll((images) => (images as HTMLImageElement[]).some((image) => image.complete && image.naturalWidth > 0));
const expectDrawn = (place: Locator) => expect.poll(() => isDrawn(place), { timeout: 20_000 }).toBe(true);

const scaleOf = (viewer: Locator): Promise<number> =>
  viewer
    .getByRole('img', { name: /^Photo/ })
    .evaluate((image) => new DOMMatrix(getComputedStyle(image.parentElement as Element).transform).a);

test('pictures of both, by month: looked through, zoomed, saved and found in the chat, also without a network', async ({
  person,
}) => {
  test.slow();
  const { a: ana, b: ben, chatA, chatB } = await meet(person);
  await Promise.all([workerRules(ana), workerRules(ben)]);
  await sendFiles(ana.page, 'Photos and videos', [await photo('one.jpg'), await photo('two.jpg')]);
  await expect(ben.page.getByRole('feed').getByRole('group')).toHaveCount(1, { timeout: 20_000 });
  await sendFiles(ben.page, 'Photos and videos', [await photo('three.jpg', 400, 600)], 'from the third day');
  await sendFiles(ben.page, 'File', [{ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('ferry at 9') }]);
  await chatA.write('tickets: https://ferry.example/book?day=14');
  await chatB.expectMessage('tickets: https://ferry.example/book?day=14');

  const gallery = await openGallery(ana);
  await expect(cells(gallery)).toHaveCount(3);
  await expect(gallery).toContainText('3 pictures');
  for (const cell of await cells(gallery).all()) await expectDrawn(cell);
  await expect(gallery.getByRole('heading', { level: 2 })).toHaveCount(1);

  await test.step('the viewer goes through all of them, over messages', async () => {
    await cells(gallery).first().click();
    const viewer = ana.page.getByRole('dialog');
    await expect(viewer.getByRole('heading')).toHaveText(ben.name);
    await expect(viewer).toContainText('from the third day');
    await expectDrawn(viewer.getByRole('img', { name: 'Photo 1 of 1' }));
    await ana.page.keyboard.press('ArrowLeft');
    await expectDrawn(viewer.getByRole('img', { name: 'Photo 2 of 2' }));
    await ana.page.keyboard.press('ArrowLeft');
    await expectDrawn(viewer.getByRole('img', { name: 'Photo 1 of 2' }));
    const { width, height } = ana.page.viewportSize() ?? { width: 1_000, height: 700 };
    await swipe(ana.page, [width * 0.7, height / 2], [width * 0.3, height / 2]);
    await expect(viewer.getByRole('img', { name: 'Photo 2 of 2' })).toBeVisible();
    await ana.page.keyboard.press('+');
    await expect.poll(() => scaleOf(viewer)).toBeGreaterThan(1.4);
    await ana.page.keyboard.press('0');
    await expect.poll(() => scaleOf(viewer)).toBe(1);
    await viewer.getByRole('img', { name: 'Photo 2 of 2' }).dblclick();
    await expect.poll(() => scaleOf(viewer)).toBeGreaterThan(2);
    await ana.page.mouse.wheel(0, 2_000);
    await expect.poll(() => scaleOf(viewer)).toBe(1);
    const download = ana.page.waitForEvent('download');
    await viewer.getByRole('button', { name: /^Save/ }).click();
    expect((await download).suggestedFilename()).toMatch(/^two\./);
    // The way back closes the viewer, and leads nowhere else.
    const before = ana.page.url();
    await ana.page.goBack();
    await expect(viewer).toHaveCount(0);
    expect(ana.page.url()).toBe(before);
    await cells(gallery).first().click();
    await swipe(ana.page, [width / 2, height * 0.4], [width / 2, height * 0.8]);
    await expect(viewer).toHaveCount(0);
    await expect(cells(gallery).first()).toBeFocused();
  });

  await test.step('files and links', async () => {
    await gallery.getByText('Files', { exact: true }).click();
    const download = ana.page.waitForEvent('download');
    await gallery.getByRole('button', { name: 'Save plan.txt' }).click();
    expect((await download).suggestedFilename()).toBe('plan.txt');
    await gallery.getByText('Links', { exact: true }).click();
    await expect(gallery.getByRole('link', { name: /^ferry.example/ })).toHaveAttribute(
      'href',
      'https://ferry.example/book?day=14',
    );
    await gallery.getByText('Voice', { exact: true }).click();
    await expect(gallery.getByText('No voice messages yet')).toBeVisible();
    await gallery.getByText('Pictures', { exact: true }).click();
    await expect(cells(gallery)).toHaveCount(3);
  });

  await test.step('without a network what was seen is there, also after a new start of the page', async () => {
    await ana.network.cut();
    await ana.page.reload();
    await expect(gallery).toBeVisible({ timeout: 20_000 });
    await expect(cells(gallery)).toHaveCount(3);
    for (const cell of await cells(gallery).all()) await expectDrawn(cell);
    await expect(gallery.getByText(/^Not connected/)).toBeVisible();
    await cells(gallery).last().click();
    const viewer = ana.page.getByRole('dialog');
    await expectDrawn(viewer.getByRole('img', { name: 'Photo 1 of 2' }));
    await ana.page.keyboard.press('ArrowRight');
    await expectDrawn(viewer.getByRole('img', { name: 'Photo 2 of 2' }));
    await ana.network.restore();
    await viewer.getByRole('button', { name: 'Show in the chat' }).click();
    await expect(viewer).toHaveCount(0);
    await expect(ana.page.getByRole('feed').getByRole('group')).not.toHaveCount(0, { timeout: 20_000 });
  });

  await test.step('what is chosen is forwarded, and is in the gallery once more; what is unsent leaves it', async () => {
    await ana.page.goto(ana.page.url().replace(/\/m\/.*/, '/media'));
    await expect(cells(gallery)).toHaveCount(3, { timeout: 20_000 });
    await gallery.getByRole('button', { name: 'Choose several' }).click();
    await cells(gallery).first().click();
    await gallery.getByRole('button', { name: 'Forward' }).click();
    const sheet = ana.page.getByRole('dialog');
    await sheet
      .getByRole('checkbox', { name: new RegExp(`^${ben.name}`) })
      .first()
      .click();
    await sheet.getByRole('button', { name: /^Forward to/ }).click();
    await expect(sheet).toHaveCount(0);
    await gallery.getByRole('button', { name: 'Stop choosing' }).click();
    await expect(cells(gallery)).toHaveCount(4, { timeout: 20_000 });
    const line = ben.page.getByRole('feed').getByRole('article').filter({ hasText: 'from the third day' }).first();
    await pressOver(line, 'More actions');
    await ben.page.getByRole('menuitem', { name: 'Unsend' }).click();
    await ben.page.getByRole('alertdialog').getByRole('button', { name: 'Unsend' }).click();
    await expect(cells(gallery)).toHaveCount(3, { timeout: 20_000 });
  });
});

test('uploads: all stand still and go on, over a slow network, and are listed when they have arrived', async ({
  person,
}) => {
  test.slow();
  const { a: ana, b: ben } = await meet(person);
  await workerRules(ana);
  ana.network.slow({ latencyMs: 50, bytesPerSecond: 60_000 });
  const big = (name: string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.alloc(900_000, name) });
  await sendFiles(ana.page, 'File', [big('first.bin'), big('second.bin')]);
  await ana.page.goto(new URL('/uploads', ana.page.url()).href);
  const row = (name: string): Locator => ana.page.getByRole('listitem').filter({ hasText: name });
  await expect(row('first.bin').getByRole('progressbar')).toBeVisible({ timeout: 30_000 });
  await ana.page.getByRole('button', { name: 'Pause all' }).click();
  await expect(ana.page.getByText('Paused by you')).toHaveCount(2);
  await ana.page.reload();
  await expect(ana.page.getByText('Paused by you')).toHaveCount(2, { timeout: 20_000 });
  await ana.page.getByRole('button', { name: 'Go on with second.bin' }).click();
  await expect(row('second.bin')).not.toContainText('Paused by you');
  await ana.page.getByRole('button', { name: 'Go on with first.bin' }).click();
  await ana.network.restore();
  await expect(ana.page.getByRole('link', { name: 'Show second.bin in the chat' })).toBeVisible({ timeout: 60_000 });
  await ana.page.getByRole('link', { name: 'Show first.bin in the chat' }).click();
  await expect(ana.page.getByRole('feed')).toContainText('second.bin');
  await expect(ben.page.getByRole('feed')).toContainText('second.bin', { timeout: 30_000 });
});
