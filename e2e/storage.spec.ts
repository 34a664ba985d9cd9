import type { Page } from '@playwright/test';
import { meet } from './fixtures/meet.ts';
import { setQuota } from './fixtures/setQuota.ts';
import { expect, test } from './fixtures/test.ts';
import { fullWarning, writeUntilFull } from './fixtures/writeUntilFull.ts';
import { ChatPage } from './pages/chatPage.ts';

/** Name of the person's database on this device. */
const databaseName = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const all = await indexedDB.databases();
    return all.find(({ name }) => name?.startsWith('m-'))?.name ?? '';
  });

test.describe('a device that is full', () => {
  test('says so, goes on, and loses no unsent message', async ({ person }) => {
    const { a: ana, chatA, chatB } = await meet(person);
    await ana.network.cut();
    await chatA.write('written before the disk was full');
    await expect(ana.page.getByText(/1 message waiting/).first()).toBeVisible();
    await setQuota(ana, 1);
    await ana.network.restore();
    await writeUntilFull(chatB, ana.page);
    await chatB.expectMessage('written before the disk was full');

    await chatA.write('written on a full disk');
    await expect(chatB.message('written on a full disk')).toHaveCount(1, { timeout: 30_000 });
    await chatB.write('and still arrives');
    await expect(chatA.message('and still arrives')).toHaveCount(1, { timeout: 30_000 });
    await expect(chatA.message('written before the disk was full')).toHaveCount(1);
    await expect(chatB.message('written before the disk was full')).toHaveCount(1);
    await expect(chatB.message('written on a full disk')).toHaveCount(1);

    // With room again the next start keeps things as always, and sends nothing twice.
    await setQuota(ana);
    await ana.page.reload();
    const again = new ChatPage(ana.page);
    await again.expectMessage('written on a full disk');
    await expect(ana.page.getByText(fullWarning)).toHaveCount(0);
    await expect(chatB.message('written before the disk was full')).toHaveCount(1);
  });
});

test.describe('a database that is gone', () => {
  test('is made anew under the running app: no new login, and unsent messages survive', async ({ person }) => {
    const { a: ana, chatA, chatB } = await meet(person);
    await ana.network.cut();
    await chatA.write('not sent yet');
    const name = await databaseName(ana.page);
    await ana.page.evaluate((database) => void indexedDB.deleteDatabase(database), name);
    await expect(chatA.message('not sent yet')).toHaveCount(1);
    await ana.network.restore();
    await expect(chatB.message('not sent yet')).toHaveCount(1, { timeout: 30_000 });
    await expect(chatA.message('hello')).toHaveCount(1, { timeout: 30_000 });
    await chatB.write('are you still there?');
    await expect(chatA.message('are you still there?')).toHaveCount(1);
    await chatA.write('yes');
    await chatB.expectMessage('yes');
  });

  test('that the browser clears under the running app comes back too', async ({ person }) => {
    const { a: ana, chatA, chatB } = await meet(person);
    const session = await ana.context.newCDPSession(ana.page);
    await session.send('Storage.clearDataForOrigin', { origin: ana.url, storageTypes: 'indexeddb' });
    await chatB.write('after the clearing');
    await expect(chatA.message('after the clearing')).toHaveCount(1, { timeout: 30_000 });
    await expect(chatA.message('hello')).toHaveCount(1, { timeout: 30_000 });
    await chatA.write('all here');
    await chatB.expectMessage('all here');
    await ana.page.reload();
    await new ChatPage(ana.page).expectMessage('all here');
  });

  test('that was replaced by garbage is made anew at the next start', async ({ person }) => {
    const { a: ana, chatA } = await meet(person);
    const chat = ana.page.url();
    const name = await databaseName(ana.page);
    await chatA.write('kept on the server');
    await expect(chatA.message('kept on the server')).toHaveCount(1);
    // A page of the same origin without the app.
    await ana.page.goto(`${ana.url}/api/health`);
    await ana.page.evaluate(
      (database) =>
        new Promise<void>((resolve, reject) => {
          indexedDB.deleteDatabase(database).addEventListener('success', () => {
            const garbage = indexedDB.open(database, 400);
            garbage.addEventListener('upgradeneeded', () => garbage.result.createObjectStore('garbage'));
            garbage.addEventListener('error', () => reject(garbage.error ?? new Error('no garbage')));
            garbage.addEventListener('success', () => {
              garbage.result.close();
              resolve();
            });
          });
        }),
      name,
    );
    await ana.page.goto(chat);
    await new ChatPage(ana.page).expectMessage('kept on the server');
    await expect(ana.page.getByText('New messages are not kept on this device')).toHaveCount(0);
  });
});

test('the storage page clears a chat, whose messages come back when it is opened', async ({ person }) => {
  const { a: ana, b: ben, chatA, chatB } = await meet(person);
  await chatB.write('worth keeping');
  await ana.page.bringToFront();
  await chatA.expectMessage('worth keeping');
  // What is unread stays on the device: it has to be read first.
  await expect(chatB.feed.getByRole('article', { name: /: worth keeping, .*Read/ })).toBeVisible();
  const chat = ana.page.url();
  await ana.page.goto(`${ana.url}/settings/storage`);
  const row = ana.page.getByRole('listitem').filter({ hasText: ben.name });
  await expect(row.getByText(/^\d+ messages · about/)).toBeVisible();
  await row.getByRole('switch', { name: `Keep ${ben.name} on this device` }).click();
  // It shows what is on disk, so a reload keeps it.
  await expect(row.getByRole('switch')).toBeChecked();
  await ana.page.reload();
  await expect(row.getByRole('switch')).toBeChecked();
  await row.getByRole('button', { name: `Clear ${ben.name}` }).click();
  const dialog = ana.page.getByRole('alertdialog');
  await expect(dialog).toContainText('Unsent messages, drafts and messages you have not read stay here.');
  await dialog.getByRole('button', { name: 'Clear' }).click();
  await expect(ana.page.getByText('Cleared.')).toBeVisible();
  await expect(row.getByText(/^0 messages/)).toBeVisible();

  await ana.page.goto(chat);
  const again = new ChatPage(ana.page);
  await again.expectMessage('worth keeping');
  await again.expectMessage('hello');
});
