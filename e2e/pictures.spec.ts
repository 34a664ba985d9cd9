import { expect, test } from './fixtures/test.ts';
import { befriend, makeGroup } from './fixtures/makeGroup.ts';
import { meet } from './fixtures/meet.ts';
import { workerRules } from './fixtures/workerRules.ts';
import { phonePhoto } from '#testing/samplePictures.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { ChatPage } from './pages/chatPage.ts';
import { SettingsPage } from './pages/settingsPage.ts';
import type { Locator, Page } from '@playwright/test';

/** A photo as a phone writes it: turned, and with the place where it was taken. */
const choosePicture = async (page: Page, within: Locator = page.locator('body')): Promise<void> => {
  const choosing = page.waitForEvent('filechooser');
  await within.getByRole('button', { name: 'Choose a picture' }).click();
  const file = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto(1_200, 800) };
  await (await choosing).setFiles(file);
  const dialog = page.getByRole('dialog', { name: 'Choose the part to show' });
  await dialog.getByRole('slider', { name: 'Size' }).press('ArrowRight');
  await dialog.getByRole('button', { name: 'Use this part' }).click();
};

/** The picture in it is on screen, and not only asked for. */
const expectPicture = (face: Locator) =>
  expect
    .poll(() =>
      face
        .locator('img')
        .first()
        .evaluate((image: HTMLImageElement) => image.naturalWidth > 0 && getComputedStyle(image).opacity === '1')
        .catch(() => false),
    )
    .toBe(true);

test('pictures of a person and a group: set, seen by others, there without a network', async ({ person }) => {
  const { a: ana, b: ben, chatA, chatB } = await meet(person);
  await Promise.all([workerRules(ana), workerRules(ben)]);

  await new SettingsPage(ana.page).open();
  await ana.page
    .getByRole('link', { name: /^Account|Profile/ })
    .first()
    .click();
  await choosePicture(ana.page);
  await expect(ana.page.getByText('Everybody sees the new picture now.')).toBeVisible();
  await expectPicture(ana.page.getByRole('navigation', { name: 'Main' }).getByRole('img', { name: 'Me' }));

  // What is sent is a small square without a word about the camera.
  const address = await ana.page.getByRole('img', { name: 'Me' }).locator('img').getAttribute('src');
  const bytes = await ana.page.evaluate(async (src) => {
    const response = await fetch(src ?? '');
    return [...new Uint8Array(await response.arrayBuffer())];
  }, address);
  expect(Buffer.from(bytes).includes('SecretCamera')).toBe(false);

  // Others learn of it with the next message.
  await new ChatListPage(ana.page).open();
  await new ChatListPage(ana.page).openChat(ben.name);
  await chatA.write('do you like it?');
  await chatB.expectMessage('do you like it?');
  await expectPicture(new ChatListPage(ben.page).row(ana.name));

  await ben.network.cut();
  await ben.page.reload();
  await new ChatPage(ben.page).expectMessage('do you like it?');
  await expectPicture(new ChatListPage(ben.page).row(ana.name));
  await ben.network.restore();
});

test('the picture of a group: set by a member, told in the chat, taken away again', async ({ person }) => {
  const ana = await person('ana');
  const [ben, chloe] = [await person('ben'), await person('chloe')];
  await befriend(ana, [ben, chloe]);
  const list = new ChatListPage(ana.page);
  await makeGroup(ana, [ben, chloe], 'Picnic');
  const chatB = await new ChatListPage(ben.page).openChat('Picnic');

  await ben.page.getByRole('button', { name: 'Info' }).first().click();
  await ben.page.getByRole('button', { name: 'Change the picture' }).click();
  await choosePicture(ben.page, ben.page.getByRole('dialog', { name: 'Picture' }));
  await expect(new ChatPage(ana.page).feed.getByText('Ben changed the group picture')).toBeVisible();
  await expect(chatB.feed.getByText('You changed the group picture')).toBeVisible();
  await expectPicture(list.row('Picnic'));

  await ben.page.getByRole('button', { name: 'Change the picture' }).click();
  await ben.page.getByRole('dialog', { name: 'Picture' }).getByRole('button', { name: 'Remove the picture' }).click();
  await ben.page.getByRole('alertdialog').getByRole('button', { name: 'Remove the picture' }).click();
  await expect(list.row('Picnic').locator('img')).toHaveCount(0);
});
