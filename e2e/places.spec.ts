import type { Page } from '@playwright/test';
import { moveToThePast, say, voiceOf } from './fixtures/history.ts';
import type { Voice } from './fixtures/history.ts';
import { expect, test } from './fixtures/test.ts';
import type { Person, PersonOptions } from './fixtures/test.ts';
import type { ServerProcess } from './fixtures/server.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { ChatPage } from './pages/chatPage.ts';

const perDay = 10;
const messages = 260;
const textOf = (number: number): string => `note ${number}`;

interface LongChat {
  ana: Person;
  chat: ChatPage;
  c: number;
  ben: Voice;
  /** seq of "note n" */
  seqOf: (number: number) => number;
}

/** Ana on a new device, in a chat in which Ben has written ten notes every other day for seven weeks; she has read them all. */
async function openLongChat(
  person: (handle: string, options?: PersonOptions) => Promise<Person>,
  server: ServerProcess,
  path?: (c: number, seqOf: LongChat['seqOf']) => string,
): Promise<LongChat> {
  const [first, other] = [await person('ana'), await person('ben')];
  const [voice, ben] = [await voiceOf(first), await voiceOf(other)];
  const made = await ben.ask<{ chat: { h: { c: number } } }>('chat.create', {
    i: crypto.randomUUID(),
    kind: 1,
    users: [voice.userId],
  });
  const { c } = made.chat.h;
  const seqs = await say(
    ben,
    c,
    Array.from({ length: messages }, (_, index) => textOf(index + 1)),
  );
  await voice.ask('read.mark', { items: [[c, seqs.at(-1)]] });
  await Promise.all([first.context.close(), other.context.close()]);
  await server.kill();
  const days = messages / perDay;
  moveToThePast(server, c, new Map(seqs.map((seq, index) => [seq, 2 * (days - Math.floor(index / perDay)) - 1])));
  await server.up();
  const seqOf = (number: number): number => seqs[number - 1] ?? 0;
  const ana = await person('ana', { as: first, ...(path ? { path: path(c, seqOf) } : {}) });
  const chat = path ? new ChatPage(ana.page) : await new ChatListPage(ana.page).openChat('Ben');
  return { ana, chat, c, ben, seqOf };
}

/** Px between the upper edge of the feed's view and a message. */
async function placeOf(chat: ChatPage, text: string): Promise<number> {
  return chat.message(text).evaluate((article) => article.getBoundingClientRect().top);
}

async function openCalendar(page: Page) {
  await page.getByRole('button', { name: 'More about this chat' }).click();
  await page.getByRole('menuitem', { name: 'Jump to date' }).click();
  const calendar = page.getByRole('dialog', { name: 'Jump to date' });
  await expect(calendar.getByText('Longer mark, livelier day')).toBeVisible();
  return calendar;
}

/** The button of a day so many days ago in an open calendar that shows its month. */
function dayButton(page: Page, daysAgo: number) {
  const day = new Date(Date.now() - daysAgo * 86_400_000);
  const name = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return page.getByRole('dialog').getByRole('button', { name: new RegExp(String.raw`\b${name.format(day)}`) });
}

const monthOf = (daysAgo: number): string =>
  new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.now() - daysAgo * 86_400_000,
  );

async function turnTo(page: Page, daysAgo: number): Promise<void> {
  const heading = page.getByRole('dialog').getByRole('heading', { name: monthOf(daysAgo) });
  for (let turn = 0; turn < 3 && (await heading.count()) === 0; turn += 1)
    await page.getByRole('dialog').getByRole('button', { name: 'Previous month' }).click();
  await expect(page.getByRole('dialog').getByText('Longer mark, livelier day')).toBeVisible();
}

test.describe('places in a long chat', () => {
  test('a day is chosen in the calendar, and one press leads back to the very place', async ({ person, server }) => {
    const { ana, chat } = await openLongChat(person, server);
    const { page } = ana;
    await expect(chat.message(textOf(messages))).toBeVisible();
    // Somewhere above the end, so that the way back is no mere "to the end".
    await chat.feed.hover();
    await page.mouse.wheel(0, -700);
    await page.waitForTimeout(500);
    const reading = textOf(messages - 18);
    const before = await placeOf(chat, reading);

    const daysAgo = 27;
    await openCalendar(page);
    await turnTo(page, daysAgo);
    // He wrote every other day.
    const silent = monthOf(daysAgo + 1) === monthOf(daysAgo) ? daysAgo + 1 : daysAgo - 1;
    await expect(dayButton(page, silent)).toHaveAttribute('aria-disabled', 'true');
    await dayButton(page, daysAgo).click();
    // Day 27 ago is the fourteenth from the end: its first note stands right below the sticky day.
    const firstOfDay = textOf(messages - 14 * perDay + 1);
    await expect(chat.message(firstOfDay)).toBeInViewport();
    const top = await chat.feed.evaluate((feed) => feed.closest('.scroll-pane')?.getBoundingClientRect().top ?? 0);
    expect(Math.abs((await placeOf(chat, firstOfDay)) - top - 56)).toBeLessThan(24);

    await page.getByRole('button', { name: 'Back to where I was' }).click();
    await expect(chat.message(reading)).toBeInViewport();
    expect(Math.abs((await placeOf(chat, reading)) - before)).toBeLessThanOrEqual(1);
    await expect(page.getByRole('button', { name: 'Back to where I was' })).toHaveCount(0);

    // By keyboard from a message, and by the chip of a day.
    await chat.message(reading).focus();
    await page.keyboard.press('d');
    await expect(page.getByRole('dialog', { name: 'Jump to date' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await chat.feed.locator('button:has(> time)').last().click();
    await page.getByRole('dialog').getByRole('button', { name: 'First message' }).click();
    await expect(chat.message(textOf(1))).toBeInViewport();
  });

  test('without a network the calendar shows what is here, and says what is not', async ({ person, server }) => {
    const { ana, chat } = await openLongChat(person, server);
    const { page } = ana;
    await expect(chat.message(textOf(messages))).toBeVisible();
    await openCalendar(page);
    await page.keyboard.press('Escape');
    await ana.network.cut();
    await expect(page.getByText('Offline', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: 'More about this chat' }).click();
    await page.getByRole('menuitem', { name: 'Jump to date' }).click();
    const calendar = page.getByRole('dialog', { name: 'Jump to date' });
    await expect(calendar.getByText('Only what is on this device')).toBeVisible({ timeout: 30_000 });
    const at = await placeOf(chat, textOf(messages));
    await calendar.getByRole('button', { name: 'First message' }).click();
    await expect(page.getByText('That part of the chat is not on this device')).toBeVisible();
    expect(await placeOf(chat, textOf(messages))).toBe(at);
  });

  test('a link leads to a message far away; what it cannot show it says', async ({ person, server }) => {
    const { ana, chat, c, ben, seqOf } = await openLongChat(
      person,
      server,
      (chatId, seq) => `/chats/${chatId}/m/${seq(30)}`,
    );
    const { page } = ana;
    await expect(chat.message(textOf(30))).toBeInViewport({ timeout: 30_000 });
    await expect(page.getByRole('button', { name: 'Back to where I was' })).toHaveCount(0);

    await ana.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await chat.act(textOf(30), 'Copy link to message');
    await expect(page.getByText('Link copied')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${ana.url}/chats/${c}/m/${seqOf(30)}`);

    const [gone] = await say(ben, c, ['said too soon']);
    await ben.ask('message.unsend', { c, s: gone, op: crypto.randomUUID() });
    await page.goto(`${ana.url}/chats/${c}/m/${gone}`);
    await expect(page.getByText('That message was unsent.')).toBeVisible({ timeout: 30_000 });
    await page.goto(`${ana.url}/chats/${c}/m/99999`);
    await expect(page.getByText('That message is not in this chat.')).toBeVisible({ timeout: 30_000 });
    await page.goto(`${ana.url}/chats/4503599627370497/m/3`);
    await expect(page.getByRole('heading', { name: 'This chat is not here' })).toBeVisible({ timeout: 30_000 });
  });

  test('"3 new" leads to where they begin, then to the end, and nothing moves a reader before', async ({
    person,
    server,
  }) => {
    const { ana, chat, c, ben } = await openLongChat(person, server);
    const { page } = ana;
    await expect(chat.message(textOf(messages))).toBeVisible();
    await chat.feed.hover();
    await page.mouse.wheel(0, -1500);
    await page.waitForTimeout(500);
    const reading = textOf(messages - 36);
    const before = await placeOf(chat, reading);
    await say(
      ben,
      c,
      Array.from({ length: 30 }, (_, index) => `new ${index + 1}`),
    );
    const down = page.getByRole('button', { name: /^30 new/ });
    await expect(down).toBeVisible({ timeout: 20_000 });
    expect(await placeOf(chat, reading)).toBe(before);
    await down.click();
    await expect(page.getByText('Unread from here')).toBeInViewport();
    await expect(chat.message('new 1')).toBeInViewport();
    await page.getByRole('button', { name: /Go to the newest message/ }).click();
    await expect(chat.message('new 30')).toBeInViewport();
    await page.getByRole('button', { name: 'Back to where I was' }).click();
    // One level: to where the last press was made.
    await expect(chat.message('new 1')).toBeInViewport();
  });

  test('a hole is drawn without a network and fills with it, under a reader who does not notice', async ({
    person,
    server,
  }) => {
    const { ana, chat } = await openLongChat(person, server, (c, seq) => `/chats/${c}/m/${seq(40)}`);
    const { page } = ana;
    await expect(chat.message(textOf(40))).toBeInViewport({ timeout: 30_000 });
    await ana.network.cut();
    const hole = chat.feed.getByRole('article', { name: /messages are missing here/ });
    await chat.feed.hover();
    await expect(async () => {
      await page.mouse.wheel(0, 600);
      await expect(hole).toBeInViewport({ timeout: 1_500 });
    }).toPass({ timeout: 60_000 });
    const label = (await hole.getAttribute('aria-label')) ?? '';
    expect(Number(/\d+/.exec(label)?.[0])).toBeGreaterThan(50);
    // What the reader holds on to: the first message that is wholly in sight.
    const first = await chat.feed.getByRole('article', { name: /: note \d+, / }).evaluateAll((articles) => {
      const edge = articles[0]?.closest('.scroll-pane')?.getBoundingClientRect().top ?? 0;
      return articles.find((article) => article.getBoundingClientRect().top >= edge)?.getAttribute('aria-label') ?? '';
    });
    const eye = /note \d+/.exec(first)?.[0] ?? '';
    expect(eye).toMatch(/^note/);
    const before = await placeOf(chat, eye);
    await ana.network.restore();
    await expect(hole).toHaveCount(0, { timeout: 60_000 });
    expect(Math.abs((await placeOf(chat, eye)) - before)).toBeLessThanOrEqual(1);
  });
});
