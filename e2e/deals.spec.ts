import { allowWriting, openOwn, openStaff, shareWith } from './fixtures/firstParty.ts';
import { meet } from './fixtures/meet.ts';
import { appBrowser } from './fixtures/miniApps.ts';
import { expect, test } from './fixtures/test.ts';

test.use({ launchOptions: appBrowser, firstParty: true });

test('a product is followed, its coupon claimed and shared; when its price falls, follower and card hear of it', async ({
  person,
  server,
}) => {
  const { a: ana, b: ben, chatB } = await meet(person);
  const anas = await openOwn(ana, 'deals');
  await anas.frame.getByRole('button', { name: /Lumo 35/ }).click();
  await expect(anas.frame.getByRole('img', { name: /Price over the last 90 days/ })).toBeVisible();
  await anas.frame.getByRole('button', { name: 'Follow this price' }).click();
  await allowWriting(anas);
  await expect(anas.frame.getByRole('button', { name: 'Stop following' })).toBeVisible();
  await anas.frame.getByRole('button', { name: 'Get the code' }).click();
  await expect(anas.frame.getByText('PELAN-50K')).toBeVisible();
  await anas.frame.getByRole('button', { name: 'Copy' }).click();
  await expect(anas.frame.getByText('Copied.')).toBeVisible();
  await shareWith(ana.page, anas, ben.name);
  const card = chatB.feed.getByRole('article').filter({ hasText: 'Lumo 35' });
  await expect(card).toContainText('PELAN-50K');

  const eva = await person('eva');
  const staff = await openStaff(eva, server, 'deals', 'shop');
  await staff.frame.getByRole('button', { name: /Lumo 35/ }).click();
  await staff.frame.getByRole('spinbutton', { name: 'New price, rupiah' }).fill('990000');
  await staff.frame.getByRole('button', { name: 'Set the price' }).click();
  await expect(staff.frame.getByText('Lowest in 90 days')).toBeVisible();
  await expect(card).toContainText('Rp 990,000');
  await expect(card).toContainText('Lowest in 90 days');
  await ana.page.goto(`${ana.url}/chats`);
  await expect(
    ana.page
      .getByRole('navigation', { name: 'Chats' })
      .getByText(/the lowest price in 90 days/)
      .last(),
  ).toBeVisible({ timeout: 20_000 });
});
