import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { browserFlags } from '#testing/browser/browserFlags.ts';
import { appBrowser, makeApp, openApp } from './fixtures/miniApps.ts';
import { meet } from './fixtures/meet.ts';
import { expect, test } from './fixtures/test.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { MiniAppsPage, scriptedPage } from './pages/miniApps.ts';

const fakeCamera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
test.use({ launchOptions: { ...appBrowser, args: [...browserFlags(), ...fakeCamera, ...appBrowser.args] } });

const mark = randomUUID().slice(0, 4);
const idOf = (name: string) => `${name.toLowerCase()}-${mark}`;

test('apps are found, liked without a network, pinned, and opened from the page, the rail, a chat and a link', async ({
  person,
  server,
  upstream,
}) => {
  upstream.serve('/', scriptedPage('Queue'));
  const { a: ana, b } = await meet(person);
  const { page } = ana;
  const url = upstream.url('/');
  const [antre, peta] = [idOf('Antre'), idOf('Peta')];
  await makeApp(server, ana.url, { name: 'Antre', url }, antre);
  await makeApp(server, ana.url, { name: 'Peta', url }, peta);
  const apps = new MiniAppsPage(page);
  const chat = page.url();

  await apps.open();
  // Only what was seen can stay without a network.
  await expect(apps.list('All mini-apps').getByRole('link', { name: 'Peta' })).toBeVisible();
  await apps.search.fill('antr');
  await expect(apps.list('All mini-apps').getByRole('link', { name: 'Peta' })).toHaveCount(0);
  await apps.search.fill('');
  await ana.network.cut();
  await apps.list('All mini-apps').getByRole('button', { name: 'Add Peta to favourites' }).click();
  await expect(apps.list('Favourites').getByRole('link', { name: 'Peta' })).toBeVisible();
  await ana.network.restore();

  await apps.start('Antre');
  await apps.frame(antre);
  expect((await apps.told(antre)).start_param).toBeUndefined();
  await apps.window('Antre').getByRole('button', { name: 'More about Antre' }).click();
  await page.getByRole('menuitem', { name: 'Keep on the rail' }).click();
  await apps.close('Antre');
  await expect(page).toHaveURL(/\/apps$/);
  await expect(apps.list('Recent').getByRole('link', { name: 'Antre' })).toBeVisible();

  // From the rail, over the chat, which stays where it is.
  const list = new ChatListPage(page);
  await list.open();
  await list.openChat(b.name);
  await page.getByRole('list', { name: 'Pinned mini-apps' }).getByRole('link', { name: 'Antre' }).click();
  await expect(apps.window('Antre')).toBeVisible();
  expect((await apps.told(antre)).chat_instance).toBeUndefined();
  await apps.close('Antre');
  await expect(page).toHaveURL(chat);

  // From the chat: the app learns a name of the chat that is its maker's alone.
  await page.getByRole('button', { name: 'More about this chat' }).click();
  await page.getByRole('menuitem', { name: 'Mini-apps' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Antre/ })
    .click();
  await expect(apps.window('Antre')).toBeVisible();
  expect((await apps.told(antre)).chat_instance).toMatch(/^-?\d+$/);
  await apps.close('Antre');

  await openApp(ana, antre, 'table-7');
  expect((await apps.told(antre)).start_param).toBe('table-7');
  await apps.close('Antre');
  await expect(page).toHaveURL(/\/apps$/);
});

test('an app waits as a bubble with all it had, the oldest of more than three is let go, and back leads out', async ({
  person,
  server,
  upstream,
}) => {
  upstream.serve('/', scriptedPage('Queue'));
  const { a: ana, b } = await meet(person);
  const { page } = ana;
  const url = upstream.url('/');
  const names = ['Satu', 'Dua', 'Tiga', 'Empat'];
  for (const name of names) await makeApp(server, ana.url, { name, url }, idOf(name));
  const apps = new MiniAppsPage(page);
  const chats = new ChatListPage(page);

  await apps.open();
  await apps.start('Satu');
  const first = await apps.frame(idOf('Satu'));
  await first.getByLabel('Notes').fill('two cups');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => first.evaluate('Telegram.WebApp.colorScheme')).toBe('dark');
  await apps.minimise('Satu');
  await chats.open();
  const chat = await chats.openChat(b.name);
  await chat.write('still here');
  await apps.bubble('Satu').click();
  await expect(first.getByLabel('Notes')).toHaveValue('two cups');
  // Beside the chat on a desktop: both can be used.
  await chat.write('and here');
  await page.goBack();
  await expect(apps.bubble('Satu')).toBeVisible();
  await expect(chat.composer).toBeVisible();

  await apps.open();
  for (const name of ['Dua', 'Tiga', 'Empat']) {
    await apps.start(name);
    await (await apps.frame(idOf(name))).getByLabel('Notes').fill(name);
    await apps.minimise(name);
  }
  expect(page.frames().some((frame) => frame.url().includes(idOf('Satu')))).toBe(false);
  await apps.bubble('Satu').click();
  await expect((await apps.frame(idOf('Satu'))).getByLabel('Notes')).toHaveValue('');
  await apps.bubble('Empat').click();
  await expect((await apps.frame(idOf('Empat'))).getByLabel('Notes')).toHaveValue('Empat');
  await apps.close('Empat');
  await expect(page).toHaveURL(/\/apps$/);
});

test('an app is as large as it wants, gets the camera in a new frame, and comes back with the network', async ({
  person,
  server,
  upstream,
}) => {
  upstream.serve('/', scriptedPage('Queue'));
  const ana = await person('ana');
  const { page } = ana;
  const id = idOf('Kecil');
  const words = { name: 'Kecil', url: upstream.url('/'), view: 'compact' as const, scopes: ['camera'] };
  await makeApp(server, ana.url, words, id);
  const apps = new MiniAppsPage(page);
  await apps.open();
  await apps.start('Kecil');
  let frame = await apps.frame(id);
  const height = () => frame.evaluate(() => innerHeight);
  const low = await height();
  await frame.evaluate('Telegram.WebApp.expand()');
  await expect.poll(height).toBeGreaterThan(low);
  const width = () => frame.evaluate(() => innerWidth);
  const narrow = await width();
  await frame.evaluate('Telegram.WebApp.requestFullscreen()');
  await expect.poll(width).toBeGreaterThan(narrow);

  const canFilm = () =>
    frame.evaluate(async () => {
      try {
        const stream = await navigator.mediaDevices.getUserMedia({ video: true });
        for (const track of stream.getTracks()) track.stop();
        return 'films';
      } catch (error) {
        return (error as Error).name;
      }
    });
  expect(await canFilm()).toBe('NotAllowedError');
  await frame.getByLabel('Notes').click();
  await frame.evaluate(
    `parent.postMessage(JSON.stringify({ eventType: 'kabar_request_scope', eventData: { req_id: 'c', scope: 'camera' } }), '*')`,
  );
  await expect(apps.window('Kecil').getByRole('dialog', { name: 'Let Kecil use the camera?' })).toBeVisible();
  await apps.answer('Kecil', 'Allow');
  await expect(apps.window('Kecil').getByText('May use the camera')).toHaveCount(1);
  await expect
    .poll(async () => {
      frame = await apps.frame(id);
      return Promise.race([canFilm().catch(() => 'is on its way'), sleep(2_000, 'is on its way')]);
    })
    .toBe('films');
  await apps.close('Kecil');

  await ana.network.cut();
  await apps.list('All mini-apps').getByRole('link', { name: 'Kecil' }).click();
  await expect(apps.window('Kecil')).toContainText('Kecil needs the network');
  await ana.network.restore();
  await apps.frame(id);
  await expect(apps.window('Kecil')).not.toContainText('needs the network');
});
