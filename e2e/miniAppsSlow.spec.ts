import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { openOwn } from './fixtures/firstParty.ts';
import { meet } from './fixtures/meet.ts';
import { appBrowser, makeApp } from './fixtures/miniApps.ts';
import { expect, test } from './fixtures/test.ts';
import { MiniAppsPage, scriptedPage } from './pages/miniApps.ts';

test.use({ launchOptions: appBrowser, firstParty: true });

const mark = randomUUID().slice(0, 4);
const idOf = (name: string) => `${name.toLowerCase()}-${mark}`;
const slowLine = { latencyMs: 1_500, bytesPerSecond: 60_000 };

test('on a slow line an app shows at once that it opens, the chat beside it goes on, and the app comes', async ({
  person,
  server,
  upstream,
}) => {
  // The maker's own server is no quicker: it answers when the test says so.
  const asked: ServerResponse[] = [];
  upstream.serve('/slow', (response) => void asked.push(response));
  const { a: ana, chatA, chatB } = await meet(person);
  const { page } = ana;
  const id = idOf('Tunda');
  await makeApp(server, ana.url, { name: 'Tunda', url: upstream.url('/slow') }, id);
  const apps = new MiniAppsPage(page);
  const chat = page.url();
  await apps.open();
  await apps.list('All mini-apps').getByRole('button', { name: 'More about Tunda' }).click();
  await page.getByRole('menuitem', { name: 'Pin to the rail' }).click();
  const pin = page.getByRole('list', { name: 'Pinned mini-apps' }).getByRole('link', { name: 'Tunda' });
  await expect(pin).toBeVisible();
  await page.goto(chat);
  await expect(chatA.composer).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => ana.network.liveConnections).toBeGreaterThan(0);

  ana.network.hold();
  await pin.click();
  const window = apps.window('Tunda');
  await expect(window.getByRole('status')).toContainText('Opening Tunda…');
  // The ways out are there already.
  await expect(window.getByRole('button', { name: 'Close Tunda' })).toBeVisible();

  await chatA.composer.click();
  await chatA.composer.pressSequentially('while it opens');
  await expect(chatA.composer).toHaveValue('while it opens');
  await chatA.composer.press('Enter');
  await expect(chatA.composer).toHaveValue('');
  await chatA.expectMessage('while it opens');
  await expect(window.getByRole('status')).toBeVisible();
  await expect(chatB.message('while it opens')).toHaveCount(0);
  await ana.network.restore();
  ana.network.slow(slowLine);
  await expect(chatB.message('while it opens')).toHaveCount(1, { timeout: 20_000 });

  await expect.poll(() => asked.length, { timeout: 60_000 }).toBe(1);
  await expect(window.getByRole('status')).toBeVisible();
  asked[0]?.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(scriptedPage('Queue'));
  await expect(window.getByRole('status')).toHaveCount(0, { timeout: 30_000 });
  const frame = await apps.frame(id);
  await expect(frame.getByRole('heading', { name: 'Queue' })).toBeVisible();
  // With the page beside it nobody waits for a key either.
  ana.network.hold();
  await chatA.composer.click();
  await chatA.composer.pressSequentially('and beside it');
  await chatA.composer.press('Enter');
  await chatA.expectMessage('and beside it');
  await ana.network.restore();
  await expect(chatB.message('and beside it')).toHaveCount(1, { timeout: 20_000 });
});

test('a card that is shared on a slow line, pressed twice and cut off before the answer, arrives once', async ({
  person,
}) => {
  const { a: ana, b: ben, chatB } = await meet(person);
  const { page } = ana;
  const queue = await openOwn(ana, 'queue');
  await queue.frame.getByRole('button', { name: 'Take a number: Melati Dental Clinic · counter 2' }).click();
  await queue.frame.getByRole('button', { name: 'Share in a chat' }).click();
  const sheet = page.getByRole('dialog', { name: /^Share from / });
  await sheet.getByText(ben.name, { exact: true }).first().click();
  const share = sheet.getByRole('button', { name: 'Share in 1 chat' });
  await expect(share).toBeEnabled();

  ana.network.slow(slowLine);
  await share.dblclick();
  await expect(sheet).toBeVisible();
  const card = chatB.feed.getByRole('article').filter({ hasText: 'Your number' });
  // The server has it; what it answers is still under way when the line goes.
  await expect(card).toHaveCount(1, { timeout: 20_000 });
  await expect(sheet).toBeVisible();
  await ana.network.cut();
  await expect(sheet.getByRole('alert').filter({ hasText: 'cannot be reached' })).toBeVisible();
  await ana.network.restore();
  await share.click();
  await expect(sheet).toHaveCount(0, { timeout: 20_000 });
  await expect(queue.frame.getByRole('status').getByText('Shared.')).toBeVisible();
  // Whatever Ana sends arrives in order: nothing comes after this.
  await page.goto(ana.url);
  await page
    .getByRole('navigation', { name: 'Chats' })
    .getByRole('link', { name: new RegExp(`^${ben.name}`) })
    .click();
  await page.getByRole('textbox', { name: /^Message / }).fill('did you get it?');
  await page.keyboard.press('Enter');
  await chatB.expectMessage('did you get it?');
  await expect(card).toHaveCount(1);
  await expect(page.getByRole('feed').getByRole('article').filter({ hasText: 'Your number' })).toHaveCount(1);
});

test('without a network an open app keeps what it shows; one that begins anew waits for the network and comes back', async ({
  person,
  server,
  upstream,
}) => {
  upstream.serve('/', scriptedPage('Queue'));
  const ana = await person('ana');
  const { page } = ana;
  const id = idOf('Susu');
  await makeApp(server, ana.url, { name: 'Susu', url: upstream.url('/') }, id);
  const apps = new MiniAppsPage(page);
  await apps.open();
  await apps.start('Susu');
  const frame = await apps.frame(id);
  await frame.getByLabel('Notes').fill('two cups');
  const window = apps.window('Susu');
  const needs = window.getByRole('heading', { name: 'Susu needs the network' });

  await ana.network.cut();
  await expect(page.getByText('Offline', { exact: true })).toBeVisible();
  await expect(frame.getByLabel('Notes')).toHaveValue('two cups');
  await expect(needs).toHaveCount(0);
  await apps.minimise('Susu');
  await apps.bubble('Susu').click();
  await expect(frame.getByLabel('Notes')).toHaveValue('two cups');

  await window.getByRole('button', { name: 'More about Susu' }).click();
  await page.getByRole('menuitem', { name: 'Begin anew' }).click();
  await expect(needs).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
  // Once more without a network: the same answer, not an endless wait.
  await window.getByRole('button', { name: 'Try again' }).click();
  await expect(needs).toBeVisible();

  await ana.network.restore();
  await expect(needs).toHaveCount(0, { timeout: 30_000 });
  await expect((await apps.frame(id)).getByLabel('Notes')).toHaveValue('');
});
