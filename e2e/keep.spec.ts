import type { Locator, Page } from '@playwright/test';
import { workerRules } from './fixtures/workerRules.ts';
import { expect, test } from './fixtures/test.ts';
import { meet } from './fixtures/meet.ts';
import { ChatListPage } from './pages/chatListPage.ts';

const kept = (page: Page, text: string | RegExp): Locator => page.getByRole('article').filter({ hasText: text });

/** Opens the page by the way people take. */
async function openKeep(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).first().click();
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Keep', exact: true })).toBeVisible();
}

async function writeNote(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your note' }).fill(text);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test.describe('keep', () => {
  test.slow();

  test('a message is kept as it was, found, shown in its chat, and gone with what it said when it is taken back', async ({
    person,
  }) => {
    const { a, b, chatA, chatB } = await meet(person);
    await chatA.write('the door code is 4711');
    await chatB.act('the door code is 4711', 'Keep');
    await expect(b.page.getByText('Kept for you alone')).toBeVisible();
    await chatB.act('the door code is 4711', 'Keep');
    await expect(b.page.getByText('You keep this already')).toBeVisible();
    await chatA.edit('the door code is 4711', 'the door code is 9999');
    await openKeep(b.page);
    const one = kept(b.page, 'the door code is 4711');
    await expect(one).toContainText(a.name);
    await one.getByRole('button', { name: 'Add a note' }).click();
    await writeNote(b.page, 'for Friday');
    await b.page.getByRole('searchbox', { name: 'Search what you keep' }).fill('FRIDAY code');
    await expect(one).toBeVisible();
    await b.page.getByRole('searchbox', { name: 'Search what you keep' }).fill('zebra');
    await expect(b.page.getByText('Nothing you keep says “zebra”.')).toBeVisible();
    await b.page.getByRole('searchbox', { name: 'Search what you keep' }).press('Escape');
    await one.getByRole('link', { name: 'Show in chat' }).click();
    await chatB.expectMessage('the door code is 9999');
    // Ana has nothing of it.
    await openKeep(a.page);
    await expect(a.page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
    await new ChatListPage(a.page).open();
    await new ChatListPage(a.page).openChat(b.name);
    await chatA.unsend('the door code is 9999');
    await openKeep(b.page);
    await expect(kept(b.page, 'This message was taken back')).toContainText('for Friday');
    await expect(b.page.getByText(/4711/)).toHaveCount(0);
  });

  test('works without a network, survives a reload, and reaches the other device', async ({ person }) => {
    const { b, chatA, chatB } = await meet(person);
    await chatA.write('bring the tent');
    await chatB.expectMessage('bring the tent');
    const other = await person('ben', { as: b });
    await workerRules(b);
    await b.network.cut();
    await chatB.act('bring the tent', 'Keep');
    await expect(b.page.getByText('Kept for you alone')).toBeVisible();
    await openKeep(b.page);
    await expect(kept(b.page, 'bring the tent')).toContainText('Leaves when you are online');
    await b.page.getByRole('button', { name: 'New note' }).click();
    await writeNote(b.page, 'buy gas');
    await b.page.reload();
    await expect(kept(b.page, 'bring the tent')).toBeVisible();
    await expect(kept(b.page, 'buy gas')).toBeVisible();
    await b.network.restore();
    await expect(kept(b.page, 'Leaves when you are online')).toHaveCount(0, { timeout: 30_000 });
    await openKeep(other.page);
    await expect(kept(other.page, 'bring the tent')).toBeVisible();
    await kept(other.page, 'buy gas').getByRole('button', { name: 'Change the note' }).click();
    await writeNote(other.page, 'buy gas and matches');
    await expect(kept(b.page, 'buy gas and matches')).toBeVisible();
    await kept(b.page, 'bring the tent').getByRole('button', { name: 'What to do with it' }).click();
    await b.page.getByRole('menuitem', { name: 'Remove' }).click();
    await b.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await expect(kept(other.page, 'bring the tent')).toHaveCount(0);
  });

  test('notes go to files and come from them', async ({ person }) => {
    const { page } = await person('ana');
    await openKeep(page);
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Note from a file' }).click();
    const chooser = await choosing;
    await chooser.setFiles({ name: 'list.txt', mimeType: 'text/plain', buffer: Buffer.from('tent\n寝袋') });
    await expect(page.getByRole('textbox', { name: 'Your note' })).toHaveValue('tent\n寝袋');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await kept(page, '寝袋').getByRole('button', { name: 'What to do with it' }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save as a file' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('tent.txt');
    const stream = await saved.createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toBe('tent\n寝袋');
    const again = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Note from a file' }).click();
    await (await again).setFiles({ name: 'a.bin', mimeType: 'text/plain', buffer: Buffer.from([0xff, 0xfe, 0]) });
    await expect(page.getByRole('alert')).toHaveText('This file has no text.');
  });
});
