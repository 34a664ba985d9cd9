import type { Locator, Page } from '@playwright/test';
import { workerRules } from './fixtures/workerRules.ts';
import { expect, test, type Person } from './fixtures/test.ts';
import { meet } from './fixtures/meet.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { ChatPage } from './pages/chatPage.ts';
import { FriendsPage } from './pages/friendsPage.ts';

/** Chooses something in the menu of the composer. */
async function attach(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: what }).click();
}

const lineOf = ({ feed }: ChatPage, what: RegExp): Locator => feed.getByRole('article', { name: what });

async function sendCard(page: Page, name: string): Promise<void> {
  await attach(page, 'Contact');
  const sheet = page.getByRole('dialog', { name: 'Send a contact' });
  await sheet.getByRole('searchbox').fill(name);
  await sheet.getByRole('checkbox', { name: new RegExp(name) }).click();
  await sheet.getByRole('button', { name: 'Send' }).click();
  await expect(sheet).toHaveCount(0);
}

/** Ana knows Ben and Chloe, who do not know each other; her chat with Ben is open. */
async function three(person: (handle: string) => Promise<Person>) {
  const pair = await meet(person);
  const c = await person('chloe');
  const list = new ChatListPage(pair.a.page);
  await list.open().catch(() => undefined);
  await new FriendsPage(pair.a.page).add(c);
  await list.open().catch(() => undefined);
  await list.openChat(pair.b.name);
  return { ...pair, c };
}

test.describe('contact cards', () => {
  test.slow();

  test('bring two people together whom a third one knows', async ({ person }) => {
    const { a, b, c, chatB } = await three(person);
    await sendCard(a.page, c.name);
    const line = lineOf(chatB, new RegExp(`Contact: ${c.name}`));
    await expect(line).toContainText(`@${c.handle}`);
    await line.getByRole('button', { name: `Add friend: ${c.name}` }).click();
    await line.getByRole('button', { name: `Chat with ${c.name}` }).click();
    const withC = new ChatPage(b.page);
    await expect(withC.composer).toBeVisible();
    await withC.write('hi, ana gave me your card');
    await expect(new ChatListPage(c.page).row(b.name)).toBeVisible();
  });

  test('of oneself goes out from the profile, and says that it is mine', async ({ person }) => {
    const { a, b, chatB } = await meet(person);
    await new FriendsPage(a.page).open();
    await a.page
      .getByRole('link', { name: new RegExp(`^${a.name}`) })
      .first()
      .click();
    await sharedFrom(a.page, b.name);
    const line = lineOf(chatB, new RegExp(`Contact: ${a.name}`));
    await expect(
      line.getByRole('button', { name: /Chat with/ }).or(line.getByRole('button', { name: /Add friend/ })),
    ).toBeVisible();
  });

  test('wait without a network, and leave once', async ({ person }) => {
    const { a, c, chatA, chatB } = await three(person);
    await chatA.composer.click();
    await workerRules(a);
    await a.network.cut();
    await sendCard(a.page, c.name);
    await expect(lineOf(chatA, new RegExp(`Contact: ${c.name}`))).toHaveCount(1);
    await a.page.reload();
    await expect(lineOf(chatA, new RegExp(`Contact: ${c.name}`))).toHaveCount(1);
    await a.network.restore();
    await expect(lineOf(chatB, new RegExp(`Contact: ${c.name}`))).toHaveCount(1, { timeout: 30_000 });
    await expect(lineOf(chatA, new RegExp(`Contact: ${c.name}`))).toHaveCount(1);
  });
});

/** Opens the own profile and shares the card with one chat. */
async function sharedFrom(page: Page, to: string): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Share your contact card' });
  await sheet.getByRole('checkbox', { name: new RegExp(to) }).click();
  await sheet.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Sent', { exact: true })).toBeVisible();
}

test.describe('a location', () => {
  test.slow();

  test('is found by a press, named, sent once, and opens no map by itself', async ({ person }) => {
    const { a, chatB, b } = await meet(person);
    await a.context.grantPermissions(['geolocation', 'clipboard-write', 'clipboard-read']);
    await a.context.setGeolocation({ latitude: -7.795_58, longitude: 110.369_49, accuracy: 12 });
    const asked: string[] = [];
    b.context.on('request', (request) => asked.push(new URL(request.url()).host));
    await attach(a.page, 'Location');
    const dialog = a.page.getByRole('dialog', { name: 'Send a location' });
    await dialog.getByRole('button', { name: 'Find my place' }).click();
    await expect(dialog).toContainText('7.79558° S, 110.36949° E');
    await expect(dialog).toContainText('Exact to about 12 m');
    await dialog.getByRole('textbox', { name: 'Name of the place' }).fill('East gate');
    await dialog.getByRole('button', { name: 'Send' }).click();
    const line = lineOf(chatB, /Place: East gate/);
    await expect(line).toContainText('7.79558° S');
    await line.getByRole('button', { name: /^Open map/ }).click();
    await expect(b.page.getByRole('alertdialog', { name: 'Open openstreetmap.org?' })).toBeVisible();
    await b.page.getByRole('button', { name: 'Cancel' }).click();
    expect(asked.filter((host) => !host.startsWith('localhost') && !host.startsWith('127.0.0.1'))).toEqual([]);
  });

  test('says why there is none, and waits without a network', async ({ person }) => {
    const { a, chatA, chatB } = await meet(person);
    await attach(a.page, 'Location');
    const dialog = a.page.getByRole('dialog', { name: 'Send a location' });
    await dialog.getByRole('button', { name: 'Find my place' }).click();
    await expect(dialog.getByRole('alert')).toHaveText(/Allow it in the settings/);
    await a.context.grantPermissions(['geolocation']);
    await a.context.setGeolocation({ latitude: 60.1699, longitude: 24.9384 });
    await a.network.cut();
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await dialog.getByRole('button', { name: 'Send' }).click();
    await expect(lineOf(chatA, /A place/)).toHaveCount(1);
    await a.network.restore();
    await expect(lineOf(chatB, /A place/)).toHaveCount(1, { timeout: 30_000 });
  });
});

test('the look of a chat is mine alone and follows me', async ({ person }) => {
  test.slow();
  const { a, b, chatA } = await meet(person);
  await a.page.getByRole('button', { name: b.name }).first().click();
  await a.page.getByRole('button', { name: 'Look of this chat' }).click();
  const dialog = a.page.getByRole('dialog', { name: 'Look of this chat' });
  await dialog.getByRole('radio', { name: 'Leaf' }).check();
  await dialog.getByRole('radio', { name: 'Amber' }).check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  const ground = (page: Page) => page.locator('[data-ground]:has([role=feed])');
  await expect(ground(a.page)).toHaveAttribute('data-ground', 'leaf');
  await expect(ground(a.page)).toHaveAttribute('data-tint', 'amber');
  await expect(ground(b.page)).toHaveCount(0);
  await a.page.reload();
  await expect(ground(a.page)).toHaveAttribute('data-ground', 'leaf');
  const other = await person('ana', { as: a });
  await new ChatListPage(other.page).openChat(b.name);
  await expect(ground(other.page)).toHaveAttribute('data-tint', 'amber');
  await expect(chatA.feed).toBeVisible();
});
