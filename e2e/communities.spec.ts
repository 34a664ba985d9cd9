import { expect, test } from './fixtures/test.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { ChatPage } from './pages/chatPage.ts';

test('a community: founded, found by a stranger, joined under a name, talked in, searched, left', async ({
  person,
}) => {
  const [ana, ben] = [await person('ana'), await person('ben')];
  await ana.page.getByRole('link', { name: 'Discover' }).first().click();
  await ana.page.getByRole('button', { name: 'New community' }).click();
  const form = ana.page.getByRole('dialog');
  await form.getByLabel('Name of the community').fill('Film Pelan');
  await form.getByLabel('Description').fill('Slow talk about slow photographs');
  await form.getByLabel('Rules').fill('Ask before you photograph people\nNo selling');
  await form.getByLabel('Your name here').fill('Senja');
  await form.getByRole('button', { name: 'Found it' }).click();
  const chatA = new ChatPage(ana.page);
  await expect(chatA.feed).toBeVisible();
  await chatA.write('Which film this week?');

  await ben.page.getByRole('link', { name: 'Discover' }).first().click();
  await ben.page.getByRole('searchbox', { name: 'Search communities' }).fill('ＳＬＯＷ photo');
  await ben.page.getByRole('link', { name: /Film Pelan/ }).click();
  await ben.page.getByRole('button', { name: 'Join' }).click();
  const join = ben.page.getByRole('dialog');
  await join.getByLabel('Your name here').fill('Senja');
  await join.getByRole('checkbox').check();
  await join.getByRole('button', { name: 'Join' }).click();
  await expect(join.getByText(/already has this name/)).toBeVisible();
  await join.getByLabel('Your name here').fill('底片貓');
  await join.getByRole('button', { name: 'Join' }).click();
  const chatB = new ChatPage(ben.page);
  await chatB.expectMessage('Which film this week?');
  await expect(chatB.feed.getByText('Senja', { exact: true })).toBeVisible();

  // Names come from the server: nobody here has written under the other's eyes yet.
  await chatA.composer.pressSequentially('@底');
  await ana.page.getByRole('listbox', { name: 'People to mention' }).getByRole('option', { name: '底片貓' }).click();
  await chatA.composer.pressSequentially('welcome');
  await chatA.composer.press('Enter');
  await expect(chatB.feed.getByText('@底片貓')).toBeVisible();
  await chatB.write('Kembang 400');
  await chatA.expectMessage('Kembang 400');
  await expect(chatA.feed.getByText('底片貓', { exact: true })).toBeVisible();

  await ana.page.getByRole('button', { name: 'Info' }).first().click();
  await ana.page.getByRole('button', { name: 'Show all 2 members' }).click();
  await expect(ana.page.getByRole('option', { name: /Senja/ })).toHaveAttribute('aria-setsize', '2');
  await ana.page.getByRole('searchbox', { name: 'Search members' }).fill('底');
  await ana.page.getByRole('option', { name: /底片貓/ }).click();
  await ana.page.getByRole('menuitem', { name: 'Mention' }).click();
  await expect(chatA.composer).toHaveValue('@底片貓 ');

  await ben.page.getByRole('button', { name: 'Info' }).first().click();
  await ben.page.getByRole('button', { name: 'Leave the community' }).click();
  await ben.page.getByRole('alertdialog').getByRole('button', { name: 'Leave the community' }).click();
  await expect(new ChatListPage(ben.page).row('Film Pelan')).toHaveCount(0);
});
