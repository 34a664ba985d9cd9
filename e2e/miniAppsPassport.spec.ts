import { randomUUID } from 'node:crypto';
import { appBrowser, makeApp, manifestOf, openApp } from './fixtures/miniApps.ts';
import { expect, test } from './fixtures/test.ts';
import { MiniAppsPage, scriptedPage } from './pages/miniApps.ts';

test.use({ launchOptions: appBrowser });

test('what an app gets is asked for, listed with its time, and taken back; one maker cannot compare with another', async ({
  person,
  server,
  upstream,
}) => {
  upstream.serve('/', scriptedPage('Queue'));
  const url = upstream.url('/');
  const mark = randomUUID().slice(0, 4);
  const [kopi, teh, roti] = [`kopi-${mark}`, `teh-${mark}`, `roti-${mark}`];
  const ana = await person('ana', { name: 'Ana Wulandari' });
  const { page } = ana;
  const scopes = ['profile', 'write', 'contact', 'storage'];
  const { maker, admin } = await makeApp(server, ana.url, { name: 'Kopi', url, scopes }, kopi);
  // Another app of the same maker, and one of somebody else.
  await maker.ask('maker.create', { app: teh, op: randomUUID() });
  await maker.ask('maker.save', { app: teh, manifest: manifestOf({ name: 'Teh', url, scopes }), op: randomUUID() });
  await maker.ask('maker.submit', { app: teh, on: true, op: randomUUID() });
  await admin.ask('review.decide', { app: teh, n: 1, ok: true, op: randomUUID() });
  await makeApp(server, ana.url, { name: 'Roti', url, scopes }, roti);
  const apps = new MiniAppsPage(page);

  await openApp(ana, kopi);
  await apps.answer('Kopi', 'Allow');
  const named = (await apps.told(kopi)).user;
  expect(named.first_name).toBe('Ana Wulandari');
  await openApp(ana, teh);
  await apps.answer('Teh', 'Don’t allow');
  const guest = (await apps.told(teh)).user;
  expect(guest).toEqual({ id: named.id, first_name: 'Guest', last_name: '' });
  await openApp(ana, roti);
  await apps.answer('Roti', 'Don’t allow');
  expect((await apps.told(roti)).user.id).not.toBe(named.id);

  await test.step('no is no until the person says otherwise', async () => {
    await openApp(ana, teh);
    await apps.frame(teh);
    await expect(apps.window('Teh').getByRole('dialog')).toHaveCount(0);
    await page.goto(`${ana.url}/apps/${teh}/passport`);
    await page.getByRole('button', { name: 'Allow: Name, picture and language' }).click();
    await expect(page.getByRole('button', { name: 'Revoke: Name, picture and language' })).toBeVisible();
    await openApp(ana, teh);
    expect((await apps.told(teh)).user.first_name).toBe('Ana Wulandari');
  });

  await test.step('what was handed out stands there with its time, and one thing is taken back while the app is open', async () => {
    await openApp(ana, kopi);
    const frame = await apps.frame(kopi);
    const keep = `new Promise((done) => Telegram.WebApp.CloudStorage.setItem('cup', 'large', (error, isKept) => done(error ?? isKept)))`;
    expect(await frame.evaluate(keep)).toBe(true);
    await apps.window('Kopi').getByRole('button', { name: 'More about Kopi' }).click();
    await page.getByRole('menuitem', { name: 'What it knows about me' }).click();
    await expect(page).toHaveURL(new RegExp(`/apps/${kopi}/passport$`));
    await expect(apps.bubble('Kopi')).toBeVisible();
    const read = page.getByRole('listitem').filter({ hasText: 'Read your name and picture' }).first();
    await expect(read.locator('time')).toHaveText(/\d/);
    await page.getByRole('button', { name: 'Revoke: Values it keeps for you' }).click();
    await expect(page.getByRole('button', { name: 'Allow: Values it keeps for you' })).toBeVisible();
    await apps.bubble('Kopi').click();
    expect(await (await apps.frame(kopi)).evaluate(keep)).not.toBe(true);
    await apps.close('Kopi');
  });

  await test.step('everything is taken back: it meets a stranger', async () => {
    await page.goto(`${ana.url}/apps/${kopi}/passport`);
    await page.getByRole('button', { name: 'Revoke all' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke all' }).click();
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    await openApp(ana, kopi);
    await apps.answer('Kopi', 'Don’t allow');
    const stranger = (await apps.told(kopi)).user;
    expect([stranger.id === named.id, stranger.first_name]).toEqual([false, 'Guest']);
    const load = `new Promise((done) => Telegram.WebApp.CloudStorage.getItem('cup', (error, value) => done(error ?? value)))`;
    expect(await (await apps.frame(kopi)).evaluate(load)).toBe('');
  });
});
