import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { ChatPage } from './pages/chatPage.ts';

/** Each person reaches the server by a way of their own. */
const go = (page: Page, path: string) => page.goto(new URL(path, page.url()).href);

test('a community is run: its code is seen again, words and rights change, somebody is removed, appeals and hears of it', async ({
  person,
}) => {
  const [ana, ben] = [await person('ana'), await person('ben')];
  await go(ana.page, '/discover/new');
  const form = ana.page.getByRole('dialog');
  await form.getByLabel('Name of the community').fill('Malam Kota');
  await form.getByLabel('Your name here').fill('Senja');
  await form.getByRole('radio', { name: /^Code/ }).check();
  await form.getByLabel('Code', { exact: true }).fill('half-frame');
  await form.getByRole('button', { name: 'Found it' }).click();
  await expect(new ChatPage(ana.page).feed).toBeVisible();
  const chatUrl = new URL(ana.page.url()).pathname;

  // Who runs it reads the code again, and changes words under the eyes of a member.
  await ana.page.getByRole('button', { name: 'Info' }).first().click();
  await ana.page.getByRole('link', { name: 'Community settings' }).click();
  await expect(ana.page.getByLabel('Code', { exact: true })).toHaveValue('half-frame');
  await ana.page.getByLabel('Code', { exact: true }).fill('full-frame');
  await ana.page.getByLabel('Description').fill('Walks at night');
  await ana.page.getByRole('button', { name: 'Save' }).click();
  await expect(ana.page.getByText('Everybody sees the changes now.')).toBeVisible();

  await go(ben.page, '/discover');
  await ben.page.getByRole('link', { name: /Malam Kota/ }).click();
  await expect(ben.page.getByText('Walks at night').last()).toBeVisible();
  await ben.page.getByRole('button', { name: 'Join' }).click();
  const join = ben.page.getByRole('dialog');
  await join.getByLabel('Your name here').fill('底片貓');
  await join.getByLabel('Code').fill('full-frame');
  await join.getByRole('button', { name: 'Join' }).click();
  const chatB = new ChatPage(ben.page);
  await expect(chatB.feed.getByText('founded the community')).toBeVisible();

  // Rights count at once, and the log says who changed them.
  await ana.page.getByRole('link', { name: 'Roles and rights' }).click();
  await ana.page.getByRole('checkbox', { name: 'Members: Announce' }).check();
  await ana.page.getByRole('button', { name: 'Save' }).click();
  await expect(ana.page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await ana.page.getByRole('link', { name: 'Audit log' }).click();
  await expect(ana.page.getByText('Senja changed what roles may do')).toBeVisible();

  await go(ana.page, chatUrl);
  await ana.page.getByRole('button', { name: 'Info' }).first().click();
  await ana.page.getByRole('button', { name: 'Show all 2 members' }).click();
  await ana.page.getByRole('option', { name: /底片貓/ }).click();
  await ana.page.getByRole('menuitem', { name: 'Remove', exact: true }).click();
  await ana.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();

  // The chat is gone from his device; where it was he can ask the admins.
  await go(ben.page, chatUrl);
  await expect(ben.page.getByText('You were removed from this chat.')).toBeVisible({ timeout: 15_000 });
  await ben.page.getByRole('button', { name: 'Ask the admins' }).click();
  const appeal = ben.page.getByRole('dialog');
  await appeal.getByLabel('What should they know?').fill('I did not know the rule');
  await appeal.getByRole('button', { name: 'Send' }).click();
  await appeal.getByRole('button', { name: 'Close' }).last().click();
  await expect(ben.page.getByText('The admins have not decided yet.')).toBeVisible();

  await go(ana.page, `${chatUrl}/moderation/members`);
  await ana.page.getByRole('button', { name: 'Lift it' }).click();
  await expect(ana.page.getByText('Nobody has asked.')).toBeVisible();
  await ben.page.reload();
  await expect(ben.page.getByText('The admins lifted it.')).toBeVisible({ timeout: 15_000 });
});
