import { randomUUID } from 'node:crypto';
import type { Locator } from '@playwright/test';
import { openOwn } from './fixtures/firstParty.ts';
import { meet } from './fixtures/meet.ts';
import { appBrowser, makeApp, openApp, pageOf } from './fixtures/miniApps.ts';
import { expect, test } from './fixtures/test.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { MiniAppsPage, scriptedPage } from './pages/miniApps.ts';

const viewport = { width: 360, height: 740 };
test.use({ launchOptions: appBrowser, firstParty: true, isMobile: true, hasTouch: true });

const mark = randomUUID().slice(0, 4);
const idOf = (name: string) => `${name.toLowerCase()}-${mark}`;

/** Where something is drawn, in whole px. */
async function boxOf(thing: Locator) {
  const box = await thing.boundingBox();
  if (!box) throw new Error('it is not drawn');
  const [left, top] = [Math.round(box.x), Math.round(box.y)];
  return { left, top, right: Math.round(box.x + box.width), bottom: Math.round(box.y + box.height) };
}

const whole = { left: 0, top: 0, right: viewport.width, bottom: viewport.height };
/** Something takes the whole window, once it has slid in. */
const expectWhole = (thing: Locator) => expect.poll(() => boxOf(thing)).toEqual(whole);

test('on a phone: an app is opened with the finger, waits as a bubble beside a chat, is raised and closed', async ({
  person,
  server,
  upstream,
}) => {
  upstream.serve('/', scriptedPage('Queue'));
  const { a: ana, b: ben, chatB } = await meet((handle) => person(handle, { viewport }));
  const { page } = ana;
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
  const id = idOf('Giliran');
  await makeApp(server, ana.url, { name: 'Giliran', url: upstream.url('/') }, id);
  const apps = new MiniAppsPage(page);
  await page.goto(`${ana.url}/chats`);
  await apps.rail.getByRole('link', { name: 'Mini-apps' }).tap();
  await apps.list('All mini-apps').getByRole('link', { name: 'Giliran', exact: true }).tap();
  const window = apps.window('Giliran');
  await expect(window).toBeVisible();
  await expectWhole(window);
  const frame = await apps.frame(id);
  await frame.getByLabel('Notes').tap();
  await frame.getByLabel('Notes').fill('two cups');

  await page.getByRole('button', { name: 'Minimise Giliran' }).tap();
  await expect(window).toBeHidden();
  const bubble = apps.bubble('Giliran');
  await expect(bubble).toBeVisible();
  await apps.rail.getByRole('link', { name: /^Chats/ }).tap();
  await new ChatListPage(page).row(ben.name).tap();
  const { composer } = chatB;
  const own = page.getByRole('textbox', { name: /^Message / });
  await own.tap();
  await own.fill('from the phone');
  // What waits is in nobody's way.
  const send = page.getByRole('button', { name: 'Send', exact: true });
  const [edge, button] = [await boxOf(bubble), await boxOf(send)];
  expect(edge.bottom <= button.top || edge.right <= button.left).toBe(true);
  await send.tap();
  await chatB.expectMessage('from the phone');
  await composer.fill('seen');
  await composer.press('Enter');
  await expect(page.getByRole('feed').getByText('seen')).toBeVisible();

  await bubble.tap();
  await expect(window).toBeVisible();
  await expectWhole(window);
  await expect(frame.getByLabel('Notes')).toHaveValue('two cups');
  // "Back" of the phone leads to the chat, and the app waits again.
  await page.goBack();
  await expect(window).toBeHidden();
  await expect(own).toBeVisible();
  await bubble.tap();
  await page.getByRole('button', { name: 'Close Giliran' }).first().tap();
  await expect(window).toHaveCount(0);
  await expect(bubble).toHaveCount(0);
  await expect(page.getByRole('feed').getByText('from the phone')).toBeVisible();
});

test('on a phone: the question before the first opening, what is refused stays refused, and a bubble is closed with the finger', async ({
  person,
  server,
  upstream,
}) => {
  upstream.serve('/', scriptedPage('Queue'));
  const ana = await person('ana', { viewport });
  const { page } = ana;
  const id = idOf('Nama');
  await makeApp(server, ana.url, { name: 'Nama', url: upstream.url('/'), scopes: ['profile', 'write'] }, id);
  const apps = new MiniAppsPage(page);
  await openApp(ana, id);
  const consent = apps.window('Nama').getByRole('dialog', { name: 'Let Nama see your name and picture?' });
  await expect(consent).toBeVisible();
  await expect(consent).toContainText('it needs profile');
  const answers = [
    consent.getByRole('button', { name: 'Don’t allow' }),
    consent.getByRole('button', { name: 'Allow', exact: true }),
  ];
  for (const answer of answers) {
    const { left, top, right, bottom } = await boxOf(answer);
    expect(bottom - top).toBeGreaterThanOrEqual(44);
    expect(left >= 0 && right <= whole.right && bottom <= whole.bottom).toBe(true);
  }
  // Nothing of the page runs before the answer.
  expect(page.frames().some((frame) => frame.url().includes(`//${id}.`))).toBe(false);
  await answers[0]?.tap();
  const frame = await apps.frame(id);
  expect((await apps.told(id)).user.first_name).not.toBe('Ana');

  await frame.getByLabel('Notes').tap();
  await frame.evaluate('Telegram.WebApp.requestWriteAccess((isAllowed) => (globalThis.mayWrite = isAllowed))');
  const question = apps.window('Nama').getByRole('dialog', { name: 'Let Nama write to you?' });
  await question.getByRole('button', { name: 'Allow', exact: true }).tap();
  await expect.poll(() => frame.evaluate('globalThis.mayWrite')).toBe(true);

  await page.getByRole('button', { name: 'Minimise Nama' }).tap();
  await expect(apps.bubble('Nama')).toBeVisible();
  // The cross on a bubble needs no pointer that hovers.
  const cross = page.getByRole('list', { name: 'Minimised mini-apps' }).getByRole('button', { name: 'Close Nama' });
  await expect(cross).toHaveCSS('opacity', '1');
  await cross.tap();
  await expect(apps.bubble('Nama')).toHaveCount(0);
  await expect(page.locator('iframe')).toHaveCount(0);
  // Asked once.
  await openApp(ana, id);
  await apps.frame(id);
  await expect(consent).toHaveCount(0);
});

test('on a phone: a ticket goes to a chat through the sheet from below', async ({ person }) => {
  const { a: ana, b: ben, chatB } = await meet((handle) => person(handle, { viewport }));
  const { page } = ana;
  const queue = await openOwn(ana, 'queue');
  await queue.frame.getByRole('button', { name: 'Take a number: Melati Dental Clinic · counter 2' }).tap();
  await queue.frame.getByRole('button', { name: 'Share in a chat' }).tap();
  const sheet = page.getByRole('dialog', { name: /^Share from / });
  await expect(sheet).toBeVisible();
  await expect.poll(async () => (await boxOf(sheet)).bottom).toBe(whole.bottom);
  expect(await boxOf(sheet)).toMatchObject({ left: 0, right: whole.right });
  await sheet.getByText(ben.name, { exact: true }).first().tap();
  await sheet.getByPlaceholder(/^Add a message/).fill('I am in line');
  const share = sheet.getByRole('button', { name: 'Share in 1 chat' });
  expect((await boxOf(share)).bottom).toBeLessThanOrEqual(whole.bottom);
  await share.tap();
  await expect(sheet).toHaveCount(0);
  await expect(queue.frame.getByRole('status').getByText('Shared.')).toBeVisible();
  const card = chatB.feed.getByRole('article').filter({ hasText: 'Your number' });
  await expect(card).toHaveCount(1);
  await expect(chatB.feed.getByText('I am in line')).toBeVisible();
  // The card fits, and leads to the app.
  const { left, right } = await boxOf(card);
  expect(left >= 0 && right <= whole.right).toBe(true);
  await card.getByRole('button', { name: 'Open' }).tap();
  const bens = ben.page.getByRole('region', { name: 'Queue, mini-app' });
  await expect(bens).toBeVisible();
  await expectWhole(bens);
});

test('on a phone: low, tall and full', async ({ person, server, upstream }) => {
  upstream.serve('/', scriptedPage('Queue'));
  const { a: ana } = await meet((handle) => person(handle, { viewport }));
  const { page } = ana;
  const views = ['compact', 'tall', 'full'] as const;
  for (const view of views)
    await makeApp(server, ana.url, { name: `Size ${view}`, url: upstream.url('/'), view }, idOf(view));
  const apps = new MiniAppsPage(page);
  await page.goto(`${ana.url}/apps`);
  const start = async (view: (typeof views)[number]) => {
    const name = `Size ${view}`;
    await apps.list('All mini-apps').getByRole('link', { name, exact: true }).tap();
    await expect(apps.window(name)).toBeVisible();
    const frame = await pageOf(page, idOf(view));
    return { name, window: apps.window(name), frame };
  };
  const shut = async (name: string) => {
    await page
      .getByRole('button', { name: `Close ${name}` })
      .first()
      .tap();
    await expect(apps.window(name)).toHaveCount(0);
  };

  const low = await start('compact');
  await expect.poll(async () => (await boxOf(low.window)).bottom).toBe(whole.bottom);
  const at = await boxOf(low.window);
  expect(at).toMatchObject({ left: 0, right: whole.right, top: Math.round(viewport.height * 0.4) });
  const height = () => low.frame.evaluate(() => innerHeight);
  const before = await height();
  // What is above it can be used.
  await apps.search.tap();
  await expect(apps.search).toBeFocused();
  await low.frame.evaluate('Telegram.WebApp.expand()');
  await expectWhole(low.window);
  expect(await height()).toBeGreaterThan(before);
  expect(await low.frame.evaluate('Telegram.WebApp.isExpanded')).toBe(true);
  await shut(low.name);

  const tall = await start('tall');
  await expectWhole(tall.window);
  await tall.frame.evaluate('Telegram.WebApp.requestFullscreen()');
  await expect.poll(() => tall.frame.evaluate('Telegram.WebApp.isFullscreen')).toBe(true);
  // Nothing is larger than the window: the ways out stay.
  await expectWhole(tall.window);
  await expect(page.getByRole('button', { name: 'Minimise Size tall' })).toBeVisible();
  await tall.frame.evaluate('Telegram.WebApp.exitFullscreen()');
  await expect.poll(() => tall.frame.evaluate('Telegram.WebApp.isFullscreen')).toBe(false);
  await shut(tall.name);

  const full = await start('full');
  expect(await full.frame.evaluate('Telegram.WebApp.isFullscreen')).toBe(true);
  await expectWhole(full.window);
  await full.window.getByRole('button', { name: 'More about Size full' }).tap();
  await page.getByRole('menuitem', { name: 'Less room' }).tap();
  await expect.poll(() => full.frame.evaluate('Telegram.WebApp.isFullscreen')).toBe(false);
  await shut(full.name);
});
