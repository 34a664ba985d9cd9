import { expect, test } from './fixtures/test.ts';

test('a device is logged out from another one and says so; what it has cached stays readable until the person leaves', async ({
  person,
}) => {
  const ana = await person('ana');
  const phone = await person('ana', { as: ana });
  await expect(phone.page.getByRole('navigation').first()).toBeVisible();
  await ana.page.goto(`${ana.url}/settings/devices`);
  await expect(ana.page.getByRole('listitem')).toHaveCount(2);
  await ana.page
    .getByRole('button', { name: /^Log out/ })
    .first()
    .click();
  const confirm = ana.page.getByRole('alertdialog');
  await confirm.getByRole('button', { name: /Log out/ }).click();
  await expect(phone.page.getByText('This device was logged out').first()).toBeVisible();
  await expect(ana.page.getByRole('listitem')).toHaveCount(1);
  await expect(ana.page.getByText('This device was logged out')).toHaveCount(0);
});
