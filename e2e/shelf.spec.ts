import type { Locator, Page } from '@playwright/test';
import { phonePhoto } from '#testing/samplePictures.ts';
import { meet } from './fixtures/meet.ts';
import { expect, test } from './fixtures/test.ts';
import { workerRules } from './fixtures/workerRules.ts';

const photo = async (name: string, width = 600, height = 400) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await phonePhoto(width, height),
});

/** Goes to a page of the shelf by the way people take: the panel beside the chat. */
async function openShelf(page: Page, name: 'Notes' | 'Albums'): Promise<void> {
  await page.getByRole('button', { name: 'Info' }).first().click();
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
}
const back = (page: Page) => page.getByRole('main').getByRole('link', { name: 'Back', exact: true }).last().click();
const note = (page: Page, text: string): Locator => page.getByRole('article').filter({ hasText: text });
const words = (page: Page): Locator => page.getByRole('textbox', { name: 'Note for everybody in this chat' });
const save = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();

test.describe('notes and albums of a chat', () => {
  test.slow();

  test('notes are written for both, changed and deleted by their writer, read without a network, and kept while they cannot be saved', async ({
    person,
  }) => {
    const { a, b } = await meet(person);
    await Promise.all([workerRules(a), workerRules(b)]);
    await openShelf(a.page, 'Notes');
    await a.page.getByRole('button', { name: 'New note' }).first().click();
    await words(a.page).fill('Ferry at 9:40, pier 3');
    await save(a.page);
    await expect(note(a.page, 'Ferry at 9:40')).toBeVisible();

    await expect(b.page.getByRole('feed').getByText(`${a.name} wrote a note`)).toBeVisible();
    await openShelf(b.page, 'Notes');
    await expect(note(b.page, 'Ferry at 9:40')).toContainText(a.name);
    await note(b.page, 'Ferry')
      .getByRole('button', { name: /^What to do with/ })
      .click();
    await expect(b.page.getByRole('menuitem')).toHaveText(['Copy text']);
    await b.page.keyboard.press('Escape');

    await note(a.page, 'Ferry')
      .getByRole('button', { name: /^What to do with/ })
      .click();
    await a.page.getByRole('menuitem', { name: 'Change note' }).click();
    await words(a.page).fill('Ferry at 10:15, pier 3');
    await save(a.page);
    await expect(note(a.page, '10:15')).toContainText('changed');

    await b.page.reload();
    await expect(note(b.page, '10:15')).toBeVisible();
    await b.network.cut();
    await b.page.reload();
    await expect(note(b.page, '10:15')).toBeVisible();
    await expect(b.page.getByText('Not connected: this is what you have seen on this device.')).toBeVisible();
    await b.page.getByRole('button', { name: 'New note' }).first().click();
    await words(b.page).fill('bring gloves');
    await save(b.page);
    await expect(b.page.getByText('Saving needs a connection. Your words are kept on this device.')).toBeVisible();
    await b.page.reload();
    await b.network.restore();
    await expect(b.page.getByText('Not connected: this is what')).toHaveCount(0, { timeout: 30_000 });
    await b.page.getByRole('button', { name: 'New note' }).first().click();
    await expect(words(b.page)).toHaveValue('bring gloves');
    await save(b.page);
    await expect(note(b.page, 'bring gloves')).toBeVisible();
    await expect(note(a.page, 'bring gloves')).toContainText(b.name);

    await note(a.page, '10:15')
      .getByRole('button', { name: /^What to do with/ })
      .click();
    await a.page.getByRole('menuitem', { name: 'Delete' }).click();
    await a.page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(note(a.page, '10:15')).toHaveCount(0);
    await b.page.reload();
    await expect(note(b.page, 'bring gloves')).toBeVisible();
    await expect(note(b.page, '10:15')).toHaveCount(0);
  });

  test('an album is made of what was sent, filled from the device, put in order by keys, kept when the message is taken back, looked at without a network, and saved', async ({
    person,
  }) => {
    const { a, b, chatA, chatB } = await meet(person);
    await Promise.all([workerRules(a), workerRules(b)]);
    await a.page.getByRole('button', { name: 'Add', exact: true }).click();
    const choosing = a.page.waitForEvent('filechooser');
    await a.page.getByRole('menuitem', { name: 'Photos and videos' }).click();
    await (await choosing).setFiles([await photo('one.jpg'), await photo('two.jpg', 400, 600)]);
    await expect(a.page.getByRole('list', { name: 'Files to be sent' }).getByRole('listitem')).toHaveCount(2);
    await chatA.composer.fill('from the ferry');
    await a.page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(b.page.getByRole('feed').getByText('from the ferry')).toBeVisible({ timeout: 30_000 });

    await chatB.act('from the ferry', 'Select');
    await b.page
      .getByRole('toolbar', { name: 'Selected messages' })
      .getByRole('button', { name: 'Add to an album' })
      .click();
    await b.page.getByRole('dialog').getByRole('button', { name: 'New album' }).click();
    await b.page.getByRole('textbox', { name: 'Name of the album' }).fill('Islands');
    await b.page.getByRole('button', { name: 'Make album' }).click();
    await expect(b.page.getByText('2 added to “Islands”')).toBeVisible();
    await b.page.getByRole('button', { name: 'Open', exact: true }).click();
    const album = (page: Page): Locator => page.getByRole('list', { name: 'Islands' });
    await expect(album(b.page).getByRole('listitem')).toHaveCount(2);

    await expect(a.page.getByRole('feed').getByText(`${b.name} made the album “Islands”`)).toBeVisible();
    await openShelf(a.page, 'Albums');
    await a.page.getByRole('link', { name: /Islands.*2 photos and videos/ }).click();
    await expect(album(a.page).getByRole('listitem')).toHaveCount(2);
    await a.page.getByRole('button', { name: 'Add photos' }).click();
    const picking = a.page.waitForEvent('filechooser');
    await a.page.getByRole('menuitem', { name: 'From this device' }).click();
    await (await picking).setFiles([await photo('three.jpg', 500, 500)]);
    await expect(album(a.page).getByRole('listitem')).toHaveCount(3, { timeout: 30_000 });

    // From the gallery, too: what is there already does not come twice.
    await b.page.goto(b.page.url().replace(/\/albums\/.*/u, '/media'));
    await b.page.getByRole('button', { name: 'Choose several' }).click();
    await b.page
      .getByRole('button', { name: /^Photo by/ })
      .first()
      .click();
    await b.page.getByRole('button', { name: 'Add to an album' }).click();
    await b.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Islands/ })
      .click();
    await expect(b.page.getByText('Everything is in “Islands” already')).toBeVisible();
    await b.page.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(album(b.page).getByRole('listitem')).toHaveCount(3);

    // By keys: the last one becomes the first.
    const order = (page: Page): Promise<(string | null)[]> =>
      album(page)
        .getByRole('listitem')
        .evaluateAll((items) => items.map((item) => item.getAttribute('data-photo')));
    const before = await order(a.page);
    await a.page.getByRole('button', { name: 'Arrange' }).click();
    await album(a.page)
      .getByRole('button', { name: /^Photo 3 of 3, move/ })
      .focus();
    await a.page.keyboard.press('ArrowLeft');
    await a.page.keyboard.press('ArrowLeft');
    const after = [before[2], before[0], before[1]];
    expect(await order(a.page)).toEqual(after);
    await expect(album(a.page).getByRole('button', { name: /^Photo 1 of 3, move/ })).toBeFocused();
    await b.page.reload();
    await expect.poll(() => order(b.page), { timeout: 20_000 }).toEqual(after);
    // By the menu, and by a mouse.
    await album(b.page).getByRole('listitem').first().hover();
    await album(b.page).getByRole('button', { name: 'What to do with: Photo 1 of 3' }).click();
    await b.page.getByRole('menuitem', { name: 'Move to …' }).click();
    await b.page.getByRole('textbox', { name: 'Place in the album' }).fill('3');
    await b.page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click();
    await expect.poll(() => order(b.page)).toEqual(before);
    await b.page.getByRole('button', { name: 'Arrange' }).click();
    await album(b.page).getByRole('listitem').last().dragTo(album(b.page).getByRole('listitem').first());
    await expect.poll(() => order(b.page)).toEqual(after);
    await b.page.getByRole('button', { name: 'Arrange' }).click();
    await a.page.getByRole('button', { name: 'Arrange' }).click();

    // The album holds what its message has no more.
    await back(a.page);
    await back(a.page);
    await chatA.unsend('from the ferry');
    await b.page.reload();
    const pictures = (page: Page): Promise<number> =>
      album(page)
        .locator('img')
        .evaluateAll((images) => (images as HTMLImageElement[]).filter((image) => image.naturalWidth > 0).length);
    await expect.poll(() => pictures(b.page), { timeout: 20_000 }).toBe(3);
    await b.network.cut();
    await b.page.reload();
    await expect.poll(() => pictures(b.page), { timeout: 20_000 }).toBe(3);
    await b.network.restore();
    await expect(b.page.getByText('Not connected: this is what')).toHaveCount(0, { timeout: 30_000 });

    const saved: string[] = [];
    b.page.on('download', (download) => void saved.push(download.suggestedFilename()));
    await b.page.getByRole('button', { name: 'What to do with this album' }).click();
    await b.page.getByRole('menuitem', { name: 'Save all photos' }).click();
    await expect(b.page.getByText('3 files were saved.')).toBeVisible({ timeout: 30_000 });
    await expect.poll(() => saved.length).toBe(3);

    await album(b.page).getByRole('button', { name: 'Photo 1 of 3, open' }).click();
    await expect(b.page.getByRole('dialog').getByRole('img', { name: 'Photo 1 of 3' })).toBeVisible();
    await b.page.keyboard.press('Escape');
    await expect(b.page.getByRole('dialog')).toHaveCount(0);

    await b.page.getByRole('button', { name: 'What to do with this album' }).click();
    await b.page.getByRole('menuitem', { name: 'Delete album' }).click();
    await b.page.getByRole('alertdialog').getByRole('button', { name: 'Delete album' }).click();
    await expect(b.page.getByRole('heading', { name: 'No albums yet' })).toBeVisible();
    await openShelf(a.page, 'Albums');
    await expect(a.page.getByRole('heading', { name: 'No albums yet' })).toBeVisible();
  });
});
