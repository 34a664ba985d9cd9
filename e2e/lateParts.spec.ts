import { expect, test } from './fixtures/test.ts';
import { FriendsPage } from './pages/friendsPage.ts';

test('a part of the app that could not be fetched at first comes later, and the page stays as it was left', async ({
  person,
}) => {
  let refused = 0;
  const ana = await person('ana', {
    async prepare(context) {
      // The worker would bring the file from the device.
      await context.addInitScript(() => {
        // The first, empty page has none.
        const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
        if (serviceWorker) serviceWorker.register = () => new Promise(() => undefined);
      });
      await context.route('**/assets/FindPerson-*.js', (route) =>
        (refused += 1) <= 3 ? route.abort('connectionreset') : route.continue(),
      );
    },
  });
  const { page } = ana;
  await new FriendsPage(page).open();
  const search = page.getByRole('searchbox');
  await search.fill('somebody');
  // Long enough for what is fetched ahead to have failed.
  await expect.poll(() => refused).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Add a friend' }).first().click();
  await expect(page.getByRole('dialog').getByLabel('Their ID')).toBeVisible();
  expect(refused).toBeGreaterThan(3);
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('somebody');
});
