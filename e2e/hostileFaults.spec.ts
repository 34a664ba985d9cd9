import type { Page } from '@playwright/test';
import { openApp } from './fixtures/miniApps.ts';
import { expect, hostileTest as test, insideOf, openTrojan } from './hostileApps/hostileTest.ts';

// The maker's server fails, the network fails, an administrator closes an app.

const textIn = (page: Page, text: string | RegExp) =>
  page.frameLocator('iframe').frameLocator('iframe').getByText(text);

test('the server of an app is broken, huge, endless, or leads inside', async ({ person, ground }) => {
  const ana = await person('ana');
  const { upstream, trojan } = ground;
  const view = ana.page.getByRole('region', { name: 'Trojan, mini-app' });
  const usual = upstream.routeOf('/hostile/') ?? '';
  const seen = () => upstream.requests.filter(({ url }) => url === '/seen?by=redirect').length;
  try {
    upstream.serve('/hostile/', (response) => response.destroy());
    await openApp(ana, trojan.id);
    await expect(textIn(ana.page, 'This app cannot be reached')).toBeVisible();

    upstream.serve('/hostile/', (response) => response.writeHead(200, { 'content-length': 9e12 }).write('x'));
    await openApp(ana, trojan.id);
    await expect(textIn(ana.page, 'This app cannot be reached')).toBeVisible();

    // Slow: a page that comes in pieces is shown as it comes, and the messenger waits for nothing.
    upstream.serve(
      '/hostile/',
      (response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>first piece'),
    );
    await openApp(ana, trojan.id);
    await expect(view.getByRole('status')).toBeVisible();
    await view.getByRole('button', { name: 'Close Trojan' }).click();
    await expect(view).toHaveCount(0);

    upstream.serve(
      '/hostile/',
      (response) =>
        void response.writeHead(302, { location: `http://127.0.0.1:${upstream.port}/seen?by=redirect` }).end(),
    );
    await openApp(ana, trojan.id);
    // Its own address leads through the gateway again, so it is the app's page, not a place of this machine.
    await expect(textIn(ana.page, 'seen')).toBeVisible();
    expect(seen()).toBe(1);
    expect(insideOf(ana.page, trojan).url()).toContain(ground.originOf(trojan));
    upstream.serve(
      '/hostile/',
      (response) => void response.writeHead(302, { location: `http://127.0.0.1:1/secret` }).end(),
    );
    await openApp(ana, trojan.id);
    // The browser refuses to follow, and its own page is not what a person sees.
    await expect(view.getByRole('heading', { name: 'Trojan cannot be reached' })).toBeVisible();
    expect(ana.page.frames().some((frame) => frame.url().includes('/secret'))).toBe(false);
  } finally {
    upstream.serve('/hostile/', usual);
  }
  await openTrojan(ana, trojan);
  await expect(view).toContainText('trojan.localhost');
});

test('two tabs with the same app; no network; and back again', async ({ person, ground }) => {
  const ana = await person('ana');
  const first = await openTrojan(ana, ground.trojan);
  const tab = await ana.newTab();
  const second = await openTrojan({ page: tab, url: ana.url }, ground.trojan);
  for (const { page, window: view } of [first, second]) {
    const name = page === tab ? 'Second tab' : 'First tab';
    await insideOf(page, ground.trojan).evaluate(
      (text) => globalThis.say('web_app_setup_main_button', { is_visible: true, text }),
      name,
    );
    await expect(view.getByRole('button', { name })).toBeVisible();
  }
  await expect(first.window.getByRole('button', { name: 'Second tab' })).toHaveCount(0);
  await second.window.getByRole('button', { name: 'Close Trojan' }).click();
  await expect(second.window).toHaveCount(0);
  await expect(first.window).toBeVisible();

  await ana.network.cut();
  for (const path of ['/friends', '/apps/trojan']) await tab.evaluate((to) => history.pushState(null, '', to), path);
  await expect(second.window.getByRole('heading', { name: /needs the network/ })).toBeVisible();
  await ana.network.restore();
  await expect(second.window.getByRole('heading', { name: /needs the network/ })).toHaveCount(0, { timeout: 30_000 });
  await expect.poll(() => tab.frames().length, { timeout: 20_000 }).toBe(3);
});

test('an administrator closes an app: it ends everywhere within seconds, and its place answers 410', async ({
  person,
  ground,
}) => {
  const [ana, ben] = [await person('ana'), await person('ben')];
  const { other } = ground;
  const open = [await openTrojan(ana, other), await openTrojan(ben, other)];
  const close = (on: boolean) => other.admin.ask('review.close', { app: other.id, on, op: crypto.randomUUID() });
  const place = () =>
    ana.page.request.get(`http://127.0.0.1:${new URL(ground.originOf(other)).port}/hostile/`, {
      headers: { host: new URL(ground.originOf(other)).host },
    });
  expect((await place()).status()).toBe(200);
  await close(true);
  try {
    await Promise.all(
      open.map(({ window: view }) =>
        expect(view.getByRole('heading', { name: 'Other is closed' })).toBeVisible({ timeout: 5_000 }),
      ),
    );
    for (const { page } of open) await expect(page.locator('iframe')).toHaveCount(0);
    await expect.poll(async () => (await place()).status(), { timeout: 5_000 }).toBe(410);
    await openApp(ana, other.id);
    await expect(open[0]!.window.getByRole('heading', { name: 'Other is closed' })).toBeVisible();
  } finally {
    await close(false);
  }
  await expect.poll(async () => (await place()).status(), { timeout: 5_000 }).toBe(200);
  expect(ground.upstream.requests.filter(({ headers }) => headers.cookie?.includes('__Host-kabar'))).toEqual([]);
});
