import { expect, test } from './fixtures/test.ts';
import { ChatPage } from './pages/chatPage.ts';

test('two members of a community get to know each other: asked by an own name, met when both agree', async ({
  person,
}) => {
  test.setTimeout(120_000);
  const [ana, ben] = [await person('ana'), await person('ben')];
  await ana.page.goto(`${ana.url}/discover/new`);
  const form = ana.page.getByRole('dialog');
  await form.getByLabel('Name of the community').fill('Half Frame');
  await form.getByLabel('Your name here').fill('Owl');
  await form.getByRole('button', { name: 'Found it' }).click();
  await expect(new ChatPage(ana.page).feed).toBeVisible();
  const c = ana.page.url().split('/').pop();
  await ben.page.goto(`${ben.url}/discover/${c}`);
  await ben.page.getByRole('button', { name: 'Join' }).click();
  const join = ben.page.getByRole('dialog');
  await join.getByLabel('Your name here').fill('底片貓');
  await join.getByRole('button', { name: 'Join' }).click();
  await expect(new ChatPage(ben.page).feed).toBeVisible();

  await ben.page.getByRole('button', { name: 'Info' }).first().click();
  await ben.page.getByRole('button', { name: /Show all/ }).click();
  await ben.page.getByRole('option', { name: /Owl/ }).click();
  await ben.page.getByRole('menuitem', { name: 'Ask to connect' }).click();
  await ben.page.getByRole('alertdialog').getByRole('button', { name: 'Ask to connect' }).click();
  await expect(ben.page.getByText('Owl has been asked')).toBeVisible();

  await ana.page.getByRole('link', { name: 'Friends' }).first().click();
  await expect(ana.page.getByText('in Half Frame')).toBeVisible();
  await expect(ana.page.getByText(new RegExp(`${ben.handle}|^${ben.name}$`))).toHaveCount(0);
  await ana.page.getByRole('button', { name: 'Accept 底片貓' }).click();
  await expect(ana.page.getByText(ben.name, { exact: true })).toBeVisible();
  await expect(ana.page.getByText('底片貓')).toHaveCount(0);
  await ben.page.goto(`${ben.url}/friends`);
  await expect(ben.page.getByText(ana.name, { exact: true }).first()).toBeVisible();
});
