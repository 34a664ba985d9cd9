import { pressAlert, recordAlerts, shownBy, standing } from './fixtures/alerts.ts';
import { expect, test, type Person, type PersonOptions } from './fixtures/test.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { ChatPage } from './pages/chatPage.ts';
import { FriendsPage } from './pages/friendsPage.ts';

/** Ana and Ben have a chat; Ben has alerts, looks at his friends in two tabs, and a service worker. */
async function setUp(person: (handle: string, options?: PersonOptions) => Promise<Person>) {
  const [ana, ben] = [await person('ana'), await person('ben')];
  const friends = new FriendsPage(ana.page);
  await friends.add(ben);
  const chatA = await friends.chatWith(ben.name);
  await chatA.write('hello');
  await (await new ChatListPage(ben.page).openChat(ana.name)).expectMessage('hello');
  await expect(chatA.message('hello')).toContainText('Read');
  await recordAlerts(ben.context);
  await ben.page.evaluate(() => navigator.serviceWorker.ready);
  await ben.page.reload();
  const second = await ben.newTab();
  for (const page of [ben.page, second]) await new FriendsPage(page).open();
  await expect(ben.page).toHaveTitle('Kabar');
  return { ana, ben, second, chatA };
}

const bodies = async (person: Person): Promise<string[]> => (await shownBy(person)).map(({ body }) => body);

test('one alert per browser and chat; title, rail and badge agree; closed when read on another device', async ({
  person,
}) => {
  const { ana, ben, second, chatA } = await setUp(person);
  await chatA.write('are you there?');
  await expect.poll(() => bodies(ben)).toEqual(['are you there?']);
  await chatA.write('it is about Saturday');
  await expect
    .poll(() => standing(second))
    .toEqual([{ title: ana.name, body: 'it is about Saturday\n2 new messages' }]);
  // Two tabs were open all the time: one alert for each message, each in the place of the one before.
  const shown = await shownBy(ben);
  expect(shown).toHaveLength(2);
  expect(new Set(shown.map(({ tag }) => tag)).size).toBe(1);

  for (const page of [ben.page, second]) {
    await expect(page).toHaveTitle('(2) Kabar');
    await expect(page.getByRole('navigation').getByRole('link', { name: /Chats.*2 unread/ })).not.toHaveCount(0);
    await expect.poll(() => page.evaluate(() => globalThis.recordedBadge)).toBe(2);
  }

  const phone = await person('ben', { as: ben });
  await new ChatListPage(phone.page).openChat(ana.name);
  await expect.poll(() => standing(ben.page)).toEqual([]);
  await expect(ben.page).toHaveTitle('Kabar');
  await expect.poll(() => ben.page.evaluate(() => globalThis.recordedBadge)).toBe(0);
});

test('none for the chat on screen; a press opens the chat at the message', async ({ person }) => {
  const { ana, ben, second, chatA } = await setUp(person);
  await new ChatListPage(second).open();
  await new ChatListPage(second).openChat(ana.name);
  await chatA.write('you are reading this');
  await new ChatPage(second).expectMessage('you are reading this');
  await expect(chatA.message('you are reading this')).toContainText('Read');
  await second.close();

  await chatA.write('and this is news');
  await expect.poll(() => bodies(ben)).toEqual(['and this is news']);
  await pressAlert(ben.context, ana.name);
  await expect(ben.page).toHaveURL(/\/chats\/\d+\/m\/\d+$/);
  await new ChatPage(ben.page).expectMessage('and this is news');
  await expect.poll(() => standing(ben.page)).toEqual([]);
});

test('a muted chat is silent; an unsent message takes its alert with it', async ({ person }) => {
  const { ana, ben, second, chatA } = await setUp(person);
  await chatA.write('never mind');
  await expect.poll(() => standing(second)).toHaveLength(1);
  await chatA.unsend('never mind');
  await expect.poll(() => standing(second)).toEqual([]);

  const list = new ChatListPage(second);
  await list.open();
  const chatB = await list.openChat(ana.name);
  await second.getByRole('button', { name: 'Info' }).first().click();
  await second.getByLabel('Mute', { exact: true }).selectOption('For 1 hour');
  await new FriendsPage(second).open();
  await chatA.write('silence');
  await expect(ben.page).toHaveTitle('Kabar');
  await list.open();
  await expect(list.row(ana.name)).toContainText('silence');
  await new FriendsPage(second).open();
  // An alert would be here by now: what follows it is.
  await chatA.write('still silence');
  await list.open();
  await expect(list.row(ana.name)).toContainText('still silence');
  await expect.poll(() => bodies(ben)).toEqual(['never mind']);
  await expect(chatB.feed).toHaveCount(0);
});

test('alerts are offered after the first message, once, in words of ours; the settings say what the browser allows', async ({
  person,
}) => {
  const { chatA, ana } = await (async () => {
    const [a, b] = [await person('ana'), await person('ben')];
    const friends = new FriendsPage(a.page);
    await friends.add(b);
    return { chatA: await friends.chatWith(b.name), ana: a };
  })();
  const offer = ana.page.getByRole('status').filter({ hasText: 'Shall Kabar tell you' });
  await expect(chatA.composer).toBeVisible();
  await expect(offer).toHaveCount(0);
  await chatA.write('hello');
  await offer.getByRole('button', { name: 'Not now' }).click();
  await expect(offer).toHaveCount(0);
  await ana.page.reload();
  await chatA.write('again');
  await chatA.expectMessage('again');
  await expect(offer).toHaveCount(0);
  await ana.page.goto(`${ana.url}/settings/notifications`);
  await expect(ana.page.getByText('Not asked yet')).toBeVisible();
  await ana.context.grantPermissions(['notifications']);
  await ana.page.getByRole('button', { name: 'Allow alerts' }).click();
  await expect(ana.page.getByText('Allowed', { exact: true })).toBeVisible();
});
