import { openOwn, openStaff, ownOn, shareWith } from './fixtures/firstParty.ts';
import { meet } from './fixtures/meet.ts';
import { appBrowser } from './fixtures/miniApps.ts';
import { expect, test } from './fixtures/test.ts';

test.use({ launchOptions: appBrowser, firstParty: true });

test('a gift is paid with test points, sent, opened by the friend and redeemed once', async ({ person, server }) => {
  const { a: ana, b: ben, chatB } = await meet(person);
  const anas = await openOwn(ana, 'gift');
  await expect(anas.frame.getByText('They are not money', { exact: false })).toBeVisible();
  await anas.frame.getByRole('button', { name: /Afternoon coffee/ }).click();
  await anas.frame.getByRole('textbox', { name: 'For whom (on the card)' }).fill('Ben');
  await anas.frame.getByRole('textbox', { name: 'A line to go with it' }).fill('For the long day');
  await anas.frame.getByRole('button', { name: 'Pay with 75 test points' }).click();
  await shareWith(ana.page, anas, ben.name);

  const card = chatB.feed.getByRole('article').filter({ hasText: 'A gift for Ben' });
  await expect(card).toContainText('Not opened');
  await expect(card).toContainText('For the long day');
  await card.getByRole('button', { name: 'Open' }).click();
  const bens = await ownOn(ben.page, 'gift');
  await bens.frame.getByRole('button', { name: 'Open the gift' }).click();
  const code = (await bens.frame.getByRole('img', { name: /QR code/ }).getAttribute('aria-label'))?.slice(-12) ?? '';
  expect(code).toMatch(/^[2-9A-Z]{12}$/);
  await expect(card).toContainText('Opened');

  const eva = await person('eva');
  const staff = await openStaff(eva, server, 'gift', 'till');
  const redeem = async () => {
    await staff.frame.getByRole('textbox', { name: 'Code of the gift' }).fill(code);
    await staff.frame.getByRole('button', { name: 'Redeem' }).click();
  };
  await redeem();
  await expect(staff.frame.getByText('Redeemed: Afternoon coffee')).toBeVisible();
  await redeem();
  await expect(staff.frame.getByText('This gift was redeemed already, or is too old.')).toBeVisible();
  await expect(card).toContainText('Redeemed');
  await expect(bens.frame.getByRole('img', { name: /QR code/ })).toHaveCount(0, { timeout: 20_000 });
  await anas.frame.getByRole('button', { name: 'Back' }).click();
  await expect(anas.frame.getByText('425 test points')).toBeVisible();
});
