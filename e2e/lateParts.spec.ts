import type { BrowserContext } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { FriendsPage } from './pages/friendsPage.ts';

/** The worker would bring every file from the device. */
const withoutWorker = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    // The first, empty page has none.
    const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
    if (serviceWorker) serviceWorker.register = () => new Promise(() => undefined);
  });

/** Breaks the line for the first requests of files; answers how many it broke. */
async function breakFirst(context: BrowserContext, files: string, times: number): Promise<() => number> {
  let broken = 0;
  await context.route(files, (route) => ((broken += 1) <= times ? route.abort('connectionreset') : route.continue()));
  return () => broken;
}

test('a part of the app that could not be fetched at first comes later, and the page stays as it was left', async ({
  person,
}) => {
  let refused = (): number => 0;
  const ana = await person('ana', {
    async prepare(context) {
      await withoutWorker(context);
      refused = await breakFirst(context, '**/assets/FindPerson-*.js', 3);
    },
  });
  const { page } = ana;
  await new FriendsPage(page).open();
  const search = page.getByRole('searchbox');
  await search.fill('somebody');
  // Long enough for what is fetched ahead to have failed.
  await expect.poll(refused).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Add a friend' }).first().click();
  await expect(page.getByRole('dialog').getByLabel('Their ID')).toBeVisible();
  expect(refused()).toBeGreaterThan(3);
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('somebody');
});

test('a server that dies while a new device starts: words, log-in screen and session come by themselves when it is back', async ({
  person,
}) => {
  const counts: (() => number)[] = [];
  const ana = await person('ana', {
    async prepare(context) {
      await withoutWorker(context);
      for (const files of ['**/assets/en-*.js', '**/assets/LogInScreen-*.js'])
        counts.push(await breakFirst(context, files, 2));
      counts.push(await breakFirst(context, '**/api/session/refresh', 3));
    },
  });
  await expect(new ChatListPage(ana.page).heading).toBeVisible();
  for (const count of counts) expect(count()).toBeGreaterThan(2);
});

test('a page that was never here says so without a network, and comes with it', async ({ person }) => {
  let refused = (): number => 0;
  const ana = await person('ana', {
    async prepare(context) {
      await withoutWorker(context);
      refused = await breakFirst(context, '**/assets/DiscoverScreen-*.js', 2);
    },
  });
  const { page } = ana;
  await page.getByRole('link', { name: 'Discover' }).click();
  await expect(page.getByRole('heading', { name: 'This page could not be fetched' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Discover' })).toBeVisible();
  expect(refused()).toBeGreaterThan(2);
});

test('a page whose first script does not come says so after a while, and can be loaded again', async ({ person }) => {
  const { page, context } = await person('ana', {
    async prepare(newContext) {
      await withoutWorker(newContext);
      await newContext.route('**/assets/index-*.js', (route) => route.abort('connectionreset'));
    },
  });
  const words = page.getByText('Kabar has not loaded yet.');
  const whileMs = await page.locator('.late-start').evaluate((place) => {
    const [hiding] = place.getAnimations();
    hiding?.finish();
    return Number(hiding?.effect?.getTiming().duration);
  });
  expect(whileMs).toBeGreaterThan(10_000);
  await expect(words).toBeVisible();
  await context.unroute('**/assets/index-*.js');
  await page.getByRole('link', { name: 'Load again' }).click();
  await expect(new ChatListPage(page).heading).toBeVisible();
  await expect(words).toHaveCount(0);
});
