import { randomUUID } from 'node:crypto';
import { browserFlags } from '#testing/browser/browserFlags.ts';
import { FakeCamera } from './fixtures/fakeCamera.ts';
import { appBrowser, makeApp, openApp } from './fixtures/miniApps.ts';
import { qrFile } from './fixtures/qrPicture.ts';
import { expect, test } from './fixtures/test.ts';
import { ChatPage } from './pages/chatPage.ts';
import { MiniAppsPage, scriptedPage } from './pages/miniApps.ts';

const camera = new FakeCamera();
test.use({ launchOptions: { ...appBrowser, args: [...browserFlags(), ...camera.flags, ...appBrowser.args] } });

const id = `menu-${randomUUID().slice(0, 4)}`;

test('the link of an app as QR code opens it with what it says: from a picture, from the camera, and for a newcomer', async ({
  person,
  server,
  upstream,
}) => {
  upstream.serve('/', scriptedPage('Menu'));
  const ana = await person('ana');
  await makeApp(server, ana.url, { name: 'Menu', url: upstream.url('/') }, id);

  // The address is the one that the messenger itself gives away.
  await ana.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openApp(ana, id);
  const anas = new MiniAppsPage(ana.page);
  await anas.frame(id);
  await anas.window('Menu').getByRole('button', { name: 'More about Menu' }).click();
  await ana.page.getByRole('menuitem', { name: 'Copy the link' }).click();
  const link = await ana.page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).pathname).toBe(`/apps/${id}`);

  const ben = await person('ben');
  const { page } = ben;
  const apps = new MiniAppsPage(page);
  const file = page.getByLabel('Choose a picture').first();
  const scan = () => page.goto(`${ana.url}/scan`);

  await test.step('a picture of the code', async () => {
    await scan();
    await file.setInputFiles(await qrFile(`${link}?startapp=table-7`));
    await expect(apps.window('Menu')).toBeVisible();
    expect((await apps.told(id)).start_param).toBe('table-7');
    // Nobody is asked to scan again on the way back.
    await apps.close('Menu');
    await expect(page).toHaveURL(/\/apps$/);
  });

  await test.step('a code without a parameter', async () => {
    await scan();
    await file.setInputFiles(await qrFile(link));
    await expect(apps.window('Menu')).toBeVisible();
    expect((await apps.told(id)).start_param).toBeUndefined();
  });

  await test.step('the camera, and then another table while the first one waits as a bubble', async () => {
    await page.goto(`${ana.url}/friends`);
    await page
      .getByRole('button', { name: 'Scan a QR code' })
      .or(page.getByRole('link', { name: 'Scan a QR code' }))
      .click();
    await page.getByRole('button', { name: 'Use the camera' }).click();
    camera.show(`${link}?startapp=table-8`);
    await expect(apps.window('Menu')).toBeVisible();
    expect((await apps.told(id)).start_param).toBe('table-8');
    await expect(page.locator('video')).toHaveCount(0);
    await (await apps.frame(id)).getByLabel('Notes').fill('tea');
    await apps.minimise('Menu');

    // The same code once more leads back to what was begun, another one to another beginning.
    for (const [table, notes] of [
      ['table-8', 'tea'],
      ['table-9', ''],
    ] as const) {
      camera.show(`${link}?startapp=${table}`);
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Friends' }).click();
      await page
        .getByRole('button', { name: 'Scan a QR code' })
        .or(page.getByRole('link', { name: 'Scan a QR code' }))
        .click();
      await page.getByRole('button', { name: 'Use the camera' }).click();
      await expect(apps.window('Menu')).toBeVisible();
      await expect.poll(async () => (await apps.told(id)).start_param).toBe(table);
      await expect((await apps.frame(id)).getByLabel('Notes')).toHaveValue(notes);
      await apps.minimise('Menu');
    }
  });

  await test.step('a code of another messenger is shown and not opened, one of no app says that there is none', async () => {
    await scan();
    const foreign = `https://elsewhere.example/apps/${id}?startapp=table-7`;
    await file.setInputFiles(await qrFile(foreign));
    await expect(page.getByRole('status').getByText(foreign)).toBeVisible();
    await expect(page.locator('iframe')).toHaveCount(0);
    await file.setInputFiles(await qrFile(link.replace(id, `${id}-none`)));
    await expect(page.getByRole('heading', { name: 'There is no such mini-app' })).toBeVisible();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'There is no such mini-app' })).toHaveCount(0);
  });

  await test.step('somebody who reads it with the camera of the phone and is new here signs up on the way', async () => {
    const cleo = await person('cleo', { fresh: true });
    await cleo.page.goto(`${link}?startapp=table-3`);
    await cleo.page.getByRole('link', { name: 'Sign up' }).click();
    await cleo.page.getByLabel('ID', { exact: true }).fill(cleo.handle);
    await cleo.page.getByLabel('Name', { exact: true }).fill('Cleo');
    await cleo.page.getByLabel('Password', { exact: true }).fill(cleo.password);
    await cleo.page.getByRole('button', { name: 'Create account' }).click();
    const cleos = new MiniAppsPage(cleo.page);
    await expect(cleos.window('Menu')).toBeVisible();
    expect((await cleos.told(id)).start_param).toBe('table-3');
    await cleos.close('Menu');
    // Once: a later visit does not lead there again.
    await cleo.page.goto(cleo.url);
    await expect(new ChatPage(cleo.page).page.getByRole('heading', { name: 'Chats', exact: true })).toBeVisible();
    await expect(cleos.window('Menu')).toHaveCount(0);
  });
});
