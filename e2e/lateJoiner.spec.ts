import { moveToThePast, say, voiceOf } from './fixtures/history.ts';
import { expect, test } from './fixtures/test.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { ChatPage } from './pages/chatPage.ts';

const step = 10;
const oldest = 200;
const textOf = (daysAgo: number): string => `note of ${daysAgo} days ago`;

test('whoever joins a community late, with its code, reads back exactly as far as it says', async ({
  person,
  server,
}) => {
  test.slow();
  const [ana, ben] = [await person('ana'), await person('ben')];
  const voice = await voiceOf(ana);
  const made = await voice.ask<{ chat: { h: { c: number } } }>('community.create', {
    op: crypto.randomUUID(),
    title: 'Two hundred days',
    nn: 'Keeper',
    hist: 180,
    code: 'open sesame',
    set: { join: 3, listed: 1 },
  });
  const { c } = made.chat.h;
  const days = Array.from({ length: oldest / step }, (_, index) => oldest - index * step);
  const seqs = await say(voice, c, days.map(textOf));
  await server.kill();
  moveToThePast(server, c, new Map(seqs.map((seq, index) => [seq, days[index] ?? 0])));
  await server.up();

  await ben.page.getByRole('link', { name: 'Discover' }).first().click();
  await ben.page.getByRole('searchbox', { name: 'Search communities' }).fill('two hundred');
  await ben.page.getByRole('link', { name: /Two hundred days/ }).click();
  await ben.page.getByRole('button', { name: 'Join' }).click();
  const join = ben.page.getByRole('dialog');
  await join.getByLabel('Your name here').fill('Late one');
  await join.getByLabel('Code').fill('open barley');
  await join.getByRole('button', { name: 'Join' }).click();
  await expect(join.getByText('This code does not open it.')).toBeVisible();
  await join.getByLabel('Code').fill('open sesame');
  await join.getByRole('button', { name: 'Join' }).click();

  const chat = new ChatPage(ben.page);
  await chat.expectMessage(textOf(step));
  const beginning = ben.page.getByText('This is as far back as you can read here.');
  await expect(async () => {
    await chat.feed.hover();
    await ben.page.mouse.wheel(0, -2_000);
    await expect(beginning).toBeVisible({ timeout: 500 });
  }).toPass();
  await chat.expectMessage(textOf(180));
  await expect(chat.feed.getByText(textOf(190))).toHaveCount(0);
  await expect(chat.feed.getByText(textOf(200))).toHaveCount(0);

  // What happens to something older is not told; what happens to the rest is.
  for (const at of [0, 2]) await voice.ask('message.react', { c, s: seqs[at], e: '🦉', op: crypto.randomUUID() });
  await expect(chat.message(textOf(180))).toContainText('🦉');
  await expect(chat.feed.getByText('🦉')).toHaveCount(1);
  // On a device that begins anew it is the same.
  const other = await person('ben', { as: ben });
  const again = await new ChatListPage(other.page).openChat('Two hundred days');
  await again.expectMessage(textOf(step));
  await expect(again.feed.getByText(textOf(190))).toHaveCount(0);
});
