import { expect, test } from './fixtures/test.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { ChatPage } from './pages/chatPage.ts';
import { FriendsPage } from './pages/friendsPage.ts';

test('a group of five: made, talked in, read by four, renamed, one removed, one leaves', async ({ person }) => {
  const ana = await person('ana');
  const others = [await person('ben'), await person('chloe'), await person('daniel'), await person('emi')];
  const friends = new FriendsPage(ana.page);
  for (const other of others) {
    await friends.add(other);
    // Whoever is a friend of somebody is in their groups at once; others are asked first.
    await new FriendsPage(other.page).add(ana);
    await new ChatListPage(other.page).open();
  }
  const list = new ChatListPage(ana.page);
  await list.open();
  await ana.page.getByRole('button', { name: 'New chat' }).first().click();
  const sheet = ana.page.getByRole('dialog');
  for (const other of others) await sheet.getByRole('checkbox', { name: new RegExp(`^${other.name}`) }).click();
  await sheet.getByRole('button', { name: 'Next' }).click();
  await sheet.getByLabel('Name of the group').fill('Picnic');
  await sheet.getByRole('button', { name: 'Create group' }).click();
  const chatA = new ChatPage(ana.page);
  await expect(chatA.feed).toBeVisible();
  await chatA.write('Who brings the blanket?');

  const chats = await Promise.all(others.map((other) => new ChatListPage(other.page).openChat('Picnic')));
  for (const chat of chats) await chat.expectMessage('Who brings the blanket?');
  await expect(chatA.message('Who brings the blanket?')).toContainText('Read 4');
  const [ben, , , emi] = others;
  await chats[0]?.write('I do');
  for (const chat of chats) await chat.expectMessage('I do');
  await chatA.expectMessage('I do');

  // A mention reaches the one who is named.
  await chatA.composer.pressSequentially('@Chl');
  await ana.page.getByRole('listbox', { name: 'People to mention' }).getByRole('option', { name: /Chloe/ }).click();
  await chatA.composer.pressSequentially('and the lemonade?');
  await chatA.composer.press('Enter');
  await expect(chats[1]?.feed.getByText('@Chloe') ?? ana.page.locator('never')).toBeVisible();

  await ana.page.getByRole('button', { name: 'Info' }).first().click();
  await ana.page.getByRole('button', { name: 'Rename the group' }).click();
  await ana.page.getByLabel('Name of the group').fill('Picnic in June');
  await ana.page.getByRole('button', { name: 'Save' }).click();
  await expect(
    chats[2]?.feed.getByText('Ana named the group “Picnic in June”') ?? ana.page.locator('never'),
  ).toBeVisible();

  await ana.page.getByRole('button', { name: `More about ${ben?.name}` }).click();
  await ana.page.getByRole('menuitem', { name: 'Remove', exact: true }).click();
  await ana.page
    .getByRole('alertdialog')
    .getByRole('button', { name: /Remove/ })
    .click();
  await expect(chatA.feed.getByText('You removed Ben')).toBeVisible();
  await expect(new ChatListPage(ben?.page ?? ana.page).row('Picnic in June')).toHaveCount(0);

  await emi?.page.getByRole('button', { name: 'Info' }).first().click();
  await emi?.page.getByRole('button', { name: 'Leave the group' }).click();
  await emi?.page.getByRole('alertdialog').getByRole('button', { name: /Leave/ }).click();
  await expect(chatA.feed.getByText('Emi left')).toBeVisible();
  await chatA.write('three of us then');
  await chats[1]?.expectMessage('three of us then');
});
