import { expect, test } from './fixtures/test.ts';
import { meet } from './fixtures/meet.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { FriendsPage } from './pages/friendsPage.ts';

test.describe('two people', () => {
  test('sign up through the form, find each other and talk both ways', async ({ person }) => {
    const ben = await person('ben');
    const ana = await person('ana', { fresh: true, path: '/signup' });
    await ana.page.getByLabel('Name', { exact: true }).fill('Ana María');
    await ana.page.getByLabel('ID', { exact: true }).fill(ana.handle);
    await ana.page.getByLabel('Password', { exact: true }).fill('correct horse battery');
    await ana.page.getByRole('button', { name: 'Create account' }).click();
    const friends = new FriendsPage(ana.page);
    await friends.add(ben);
    const chatA = await friends.chatWith(ben.name);
    await chatA.write('Hi Ben, can you read this?');
    const list = new ChatListPage(ben.page);
    await expect(list.row('Ana María')).toContainText('1');
    const chatB = await list.openChat('Ana María');
    await chatB.expectMessage('Hi Ben, can you read this?');
    await chatB.write('Loud and clear');
    await chatA.expectMessage('Loud and clear');
    // Everything is still there after a reload, once.
    await ana.page.reload();
    await chatA.expectMessage('Loud and clear');
    await chatA.expectMessage('Hi Ben, can you read this?');
  });

  test('see edits, unsent messages and reactions of each other', async ({ person }) => {
    const { chatA, chatB } = await meet(person);
    await chatA.write('Saturday at eight');
    await chatB.expectMessage('Saturday at eight');
    await chatA.edit('Saturday at eight', 'Saturday at nine');
    await chatB.expectMessage('Saturday at nine');
    await expect(chatB.message('Saturday at nine')).toContainText('edited');
    await expect(chatB.feed.getByText('Saturday at eight')).toHaveCount(0);

    await chatB.react('Saturday at nine', 'Thumbs up');
    await expect(chatA.message('Saturday at nine').getByRole('button', { name: /👍 from 1 person/ })).toBeVisible();

    await chatA.write('oops');
    await chatB.expectMessage('oops');
    await chatA.unsend('oops');
    await expect(chatB.feed.getByText('Message unsent')).toBeVisible();
    await expect(chatB.feed.getByText('oops')).toHaveCount(0);
    await expect(chatA.feed.getByText('You unsent a message')).toBeVisible();
  });

  test('unread counts and "Read" follow what was really seen', async ({ person }) => {
    const { a: ana, b: ben, chatA, chatB } = await meet(person);
    await chatA.write('first');
    await chatB.expectMessage('first');
    await expect(chatA.message('first')).toContainText('Read');
    const friendsOfBen = new FriendsPage(ben.page);
    await friendsOfBen.open();
    await chatA.write('second');
    await chatA.write('third');
    const listB = new ChatListPage(ben.page);
    await expect(
      ben.page
        .getByRole('navigation')
        .getByRole('link', { name: /Chats.*2 unread/ })
        .first(),
    ).toBeVisible();
    await expect(ben.page).toHaveTitle(/2/);
    await expect(chatA.message('third')).not.toContainText('Read');
    await listB.open();
    await listB.openChat(ana.name);
    await expect(chatA.message('third')).toContainText('Read');
    await expect(ben.page).not.toHaveTitle(/\(/);
    await expect(listB.row(ana.name)).not.toContainText('unread');
  });
});
