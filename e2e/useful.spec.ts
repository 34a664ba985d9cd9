import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { phonePhoto } from '#testing/samplePictures.ts';

import { meet } from './fixtures/meet.ts';
import { expect, test } from './fixtures/test.ts';
import { workerRules } from './fixtures/workerRules.ts';
import { ChatListPage } from './pages/chatListPage.ts';

const ground = (page: Page): Locator => page.locator('[data-ground]:has([role=feed])');
/** The picture behind the chat is on screen, and not only asked for. */
const expectPicture = (page: Page) =>
  expect
    .poll(() =>
      ground(page)
        .locator('.photo-ground img')
        .evaluateAll((images) => (images as HTMLImageElement[]).filter((image) => image.naturalWidth > 0).length),
    )
    .toBe(1);

async function openLook(page: Page, chat: string): Promise<Locator> {
  await page.getByRole('button', { name: chat }).first().click();
  await page.getByRole('button', { name: 'Look of this chat' }).click();
  return page.getByRole('dialog', { name: 'Look of this chat' });
}

test('a day in a message goes into the calendar, an address to a map that is asked about first', async ({ person }) => {
  test.slow();
  const { b, chatA, chatB } = await meet(person);
  const text = 'Dinner, 14 November 2031 at 17:42; 221B Baker Street. Bring 2 friends';
  await chatA.write(text);
  await chatB.expectMessage(text);
  const asked: string[] = [];
  b.context.on('request', (request) => asked.push(new URL(request.url()).host));
  const day = b.page.getByRole('button', { name: '14 November 2031 at 17:42' });
  const saved = async (): Promise<string> => {
    await day.click();
    await expect(b.page.getByRole('menu')).toContainText('Friday, 14 November 2031, 17:42');
    const downloading = b.page.waitForEvent('download');
    await b.page.getByRole('menuitem', { name: 'Add to calendar' }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toBe('event.ics');
    return readFile(await file.path(), 'utf8');
  };
  const ics = await saved();
  expect(ics).toContain('DTSTART:20311114T174200Z\r\n');
  expect(ics.replaceAll('\r\n ', '')).toContain(
    String.raw`SUMMARY:Dinner\, 14 November 2031 at 17:42\; 221B Baker Street. Bring 2 friends`,
  );
  await b.page.getByRole('button', { name: '221B Baker Street' }).click();
  await b.page.getByRole('menuitem', { name: 'Open map' }).click();
  await expect(b.page.getByRole('alertdialog', { name: 'Open openstreetmap.org?' })).toBeVisible();
  await b.page.getByRole('button', { name: 'Cancel' }).click();
  expect(asked.filter((host) => !host.startsWith('localhost') && !host.startsWith('127.0.0.1'))).toEqual([]);
  // What was seen once works without a network too, also after a reload.
  await workerRules(b);
  await b.network.cut();
  await b.page.reload();
  expect(await saved()).toContain('DTSTART:20311114T174200Z');
  await expect(b.page.getByRole('button', { name: '2', exact: true })).toHaveCount(0);
});

test('an own picture behind a chat is mine alone, follows me, and is there without a network', async ({ person }) => {
  test.slow();
  const { a, b } = await meet(person);
  const dialog = await openLook(a.page, b.name);
  await dialog
    .getByLabel('Own picture', { exact: true })
    .and(a.page.locator('input'))
    .setInputFiles({ name: 'harbour.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto(900, 600) });
  await expect(dialog.getByRole('button', { name: 'Remove picture' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(ground(a.page)).toHaveAttribute('data-ground', 'photo');
  await expectPicture(a.page);
  await expect(ground(b.page)).toHaveCount(0);

  const other = await person('ana', { as: a });
  await new ChatListPage(other.page).openChat(b.name);
  await expectPicture(other.page);
  for (const device of [a, other]) {
    await workerRules(device);
    // On a device that has only shown it, from the second start on: the first one was before its worker.
    await device.page.reload();
    await expectPicture(device.page);
    await device.network.cut();
    await device.page.reload();
    await expectPicture(device.page);
    await device.network.restore();
  }

  // A chat without a look of its own takes that of all; another ground takes the picture away.
  const again = await openLook(other.page, b.name);
  await again.getByRole('button', { name: 'Use for all chats' }).click();
  await expect(again).toContainText('All chats without a look of their own look like this.');
  await again.getByRole('radio', { name: 'Leaf' }).check();
  await again.getByRole('button', { name: 'Done' }).click();
  await expect(ground(a.page)).toHaveAttribute('data-ground', 'leaf');
  await expect(a.page.locator('.photo-ground')).toHaveCount(0);
});
