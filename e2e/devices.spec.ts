import { expect, test } from './fixtures/test.ts';

test('a device is logged out from another one and says so; the other one stays logged in', async ({ person }) => {
  const ana = await person('ana');
  const phone = await person('ana', { as: ana });
  await expect(phone.page.getByRole('heading', { name: 'Chats', exact: true })).toBeVisible();
  await ana.page.goto(`${ana.url}/settings/devices`);
  await expect(ana.page.getByRole('button', { name: 'Log out all others' })).toBeVisible();
  await ana.page
    .getByRole('button', { name: /^Log out / })
    .first()
    .click();
  await ana.page
    .getByRole('alertdialog')
    .getByRole('button', { name: /Log out/ })
    .click();
  await expect(phone.page.getByText('This device was logged out').first()).toBeVisible();
  await expect(ana.page.getByText('You are logged in on this device only.')).toBeVisible();
  await expect(ana.page.getByText('This device was logged out')).toHaveCount(0);
  // The one that was logged out gets nothing any more, whatever it tries.
  await phone.page.reload();
  await expect(phone.page.getByText('This device was logged out').first()).toBeVisible();
});
