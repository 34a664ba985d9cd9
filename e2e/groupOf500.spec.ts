import { crowdOf, voiceOf } from './fixtures/history.ts';
import { expect, test } from './fixtures/test.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { ChatPage } from './pages/chatPage.ts';

test('a group of 500: the number of its readers rises live under what was written', async ({ person }) => {
  // Five hundred people are signed up first.
  test.slow();
  const ana = await person('ana');
  const voice = await voiceOf(ana);
  const crowd = await crowdOf(ana.url, 499);
  await voice.ask('chat.create', {
    i: crypto.randomUUID(),
    kind: 2,
    title: 'Five hundred',
    users: crowd.map(({ userId }) => userId),
  });
  const chat = await new ChatListPage(ana.page).openChat('Five hundred');
  await expect(ana.page.getByText('500 members').first()).toBeVisible();
  await chat.write('Who comes to the picnic?');
  await expect(chat.message('Who comes to the picnic?')).toHaveAccessibleName(/Sent/);
  const c = Number(/\/chats\/(\d+)/.exec(ana.page.url())?.[1]);
  const [newest] = (await voice.ask<{ rows: { s: number }[] }>('history.get', { c, before: 2 ** 50, limit: 1 })).rows;
  const read = (from: number, to: number) =>
    Promise.all(crowd.slice(from, to).map(({ ask }) => ask('read.mark', { items: [[c, newest?.s]] })));

  await read(0, 1);
  await expect(chat.message('Who comes to the picnic?')).toContainText('Read 1');
  await read(1, 120);
  await expect(chat.message('Who comes to the picnic?')).toContainText('Read 120');
  // Who reads it again is counted once.
  await read(100, 499);
  await expect(chat.message('Who comes to the picnic?')).toContainText('Read 499');

  // Another tab and a reload say the same from what the device holds.
  await ana.page.reload();
  await expect(new ChatPage(ana.page).message('Who comes to the picnic?')).toContainText('Read 499');
});
