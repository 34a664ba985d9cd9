import { meet } from './fixtures/meet.ts';
import { expect, test, type Person } from './fixtures/test.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { ChatPage } from './pages/chatPage.ts';

const removed = 'This device was logged out';

/** Logs the only other device out, from the page of devices. */
async function logOutOther({ page, url }: Person): Promise<void> {
  await page.goto(`${url}/settings/devices`);
  await expect(page.getByRole('button', { name: 'Log out all others' })).toBeVisible();
  await page
    .getByRole('button', { name: /^Log out / })
    .first()
    .click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /Log out/ })
    .click();
  await expect(page.getByText('You are logged in on this device only.')).toBeVisible();
}

/** Everything the databases of this browser hold, as one text. */
const stored = ({ page }: Person): Promise<string> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('unreadable')));
      });
    const texts: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name ?? ''));
      for (const table of db.objectStoreNames)
        texts.push(JSON.stringify(await done(db.transaction(table).objectStore(table).getAll())));
      db.close();
    }
    return texts.join('\n');
  });

test.describe('a device that is logged out from another one', () => {
  test('says so and shows and keeps no message; the other one stays logged in', async ({ person }) => {
    const { a: ana, b: ben, chatB } = await meet(person);
    await chatB.write('for ana alone');
    const phone = await person('ana', { as: ana });
    const chat = await new ChatListPage(phone.page).openChat(ben.name);
    await chat.expectMessage('for ana alone');
    const tab = await phone.newTab();
    await expect(new ChatListPage(tab).row(ben.name)).toBeVisible();
    expect(await stored(phone)).toContain('for ana alone');

    await logOutOther(ana);
    await expect(ana.page.getByText(removed)).toHaveCount(0);
    for (const page of [phone.page, tab]) {
      await expect(page.getByRole('heading', { name: removed })).toBeVisible();
      await expect(page.getByText('for ana alone')).toHaveCount(0);
    }
    await expect.poll(() => stored(phone)).not.toContain('for ana alone');
    expect(await stored(phone)).not.toContain(ben.name);

    // Nothing comes back by loading the page again, or by an address.
    await phone.page.reload();
    await expect(phone.page.getByRole('heading', { name: removed })).toBeVisible();
    await phone.page.goto(`${phone.url}/friends`);
    await expect(phone.page.getByRole('heading', { name: removed })).toBeVisible();
    await expect(phone.page.getByRole('button', { name: 'Delete these texts' })).toHaveCount(0);

    await phone.page.getByRole('button', { name: 'Log in again' }).click();
    await expect(phone.page.getByLabel('ID', { exact: true })).toHaveValue(ana.handle);
    await phone.page.getByLabel('Password', { exact: true }).fill(ana.password);
    await phone.page.getByRole('button', { name: 'Log in', exact: true }).click();
    const again = await new ChatListPage(phone.page).openChat(ben.name);
    await again.expectMessage('for ana alone');
    await expect(tab.getByText(removed)).toHaveCount(0);
  });

  test('offers what was not sent; it goes out after the same person has logged in again', async ({ person }) => {
    const { a: ana, b: ben, chatB } = await meet(person);
    const phone = await person('ana', { as: ana });
    const chat = await new ChatListPage(phone.page).openChat(ben.name);
    await chat.expectMessage('hello');
    await phone.network.cut();
    await chat.write('written in a tunnel');
    await chat.composer.fill('not finished');
    await logOutOther(ana);
    await phone.network.restore();
    await expect(phone.page.getByRole('heading', { name: removed })).toBeVisible({ timeout: 30_000 });
    const texts = phone.page.getByRole('region', { name: '2 texts were not sent' });
    await expect(texts.getByRole('listitem').filter({ hasText: 'written in a tunnel' })).toContainText(
      `to ${ben.name}`,
    );
    await expect(texts.getByText('not finished')).toBeVisible();
    await expect(phone.page.getByText('hello')).toHaveCount(0);
    await phone.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await texts.getByRole('button', { name: 'Copy text' }).first().click();
    expect(await phone.page.evaluate(() => navigator.clipboard.readText())).toBe('written in a tunnel');
    await phone.page.reload();
    await expect(texts.getByText('written in a tunnel')).toBeVisible();

    await phone.page.getByRole('button', { name: 'Log in again' }).click();
    await phone.page.getByLabel('Password', { exact: true }).fill(ana.password);
    await phone.page.getByRole('button', { name: 'Log in', exact: true }).click();
    await chatB.expectMessage('written in a tunnel');
    await new ChatListPage(phone.page).openChat(ben.name);
    await expect(new ChatPage(phone.page).composer).toHaveValue('not finished');
    await expect(chatB.message('written in a tunnel')).toHaveCount(1);
  });

  test('forgets what was not sent when its person says so', async ({ person }) => {
    const { a: ana, b: ben } = await meet(person);
    const phone = await person('ana', { as: ana });
    const chat = await new ChatListPage(phone.page).openChat(ben.name);
    await chat.expectMessage('hello');
    await phone.network.cut();
    await chat.write('never mind');
    await logOutOther(ana);
    await phone.network.restore();
    await phone.page.getByRole('button', { name: 'Delete these texts' }).click({ timeout: 30_000 });
    await phone.page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
    await expect(phone.page.getByRole('button', { name: 'Log in', exact: true })).toBeVisible();
    expect(await stored(phone)).not.toContain('never mind');
    await phone.page.reload();
    await expect(phone.page.getByRole('button', { name: 'Log in', exact: true })).toBeVisible();
    await expect(phone.page.getByText(removed)).toHaveCount(0);
  });
});
