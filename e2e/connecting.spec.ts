import { expect, test } from './fixtures/test.ts';
import { foundCommunity, joinCommunity } from './pages/communities.ts';

test('two members of a community get to know each other: asked by an own name, met when both agree', async ({
  person,
}) => {
  const [ana, ben] = [await person('ana'), await person('ben')];
  const { c } = await foundCommunity(ana, 'Half Frame', 'Owl');
  await joinCommunity(ben, c, '底片貓');

  await ben.page.getByRole('button', { name: 'Info' }).first().click();
  await ben.page.getByRole('button', { name: /Show all/ }).click();
  await ben.page.getByRole('option', { name: /Owl/ }).click();
  await ben.page.getByRole('menuitem', { name: 'Ask to connect' }).click();
  await ben.page.getByRole('alertdialog').getByRole('button', { name: 'Ask to connect' }).click();
  await expect(ben.page.getByText('Owl has been asked')).toBeVisible();

  // She hears of it wherever she is, also if she was not there when it was asked, until she has looked.
  const badge = ana.page.getByRole('link', { name: 'Friends, 1 person would like to connect' }).first();
  await expect(badge).toBeVisible();
  await ana.page.reload();
  await expect(badge).toBeVisible();
  await badge.click();
  await expect(ana.page.getByText('in Half Frame')).toBeVisible();
  await expect(ana.page.getByText(new RegExp(`${ben.handle}|^${ben.name}$`))).toHaveCount(0);
  await expect(ana.page.getByRole('link', { name: 'Friends', exact: true }).first()).toBeVisible();
  await ana.page.getByRole('button', { name: 'Accept 底片貓' }).click();
  await expect(ana.page.getByText(ben.name, { exact: true })).toBeVisible();
  await expect(ana.page.getByText('底片貓')).toHaveCount(0);
  await ben.page.goto(`${ben.url}/friends`);
  await expect(ben.page.getByText(ana.name, { exact: true }).first()).toBeVisible();
});
