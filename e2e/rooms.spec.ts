import { expect, test } from './fixtures/test.ts';
import { ChatPage } from './pages/chatPage.ts';
import { foundCommunity, joinCommunity } from './pages/communities.ts';

test('rooms of a community: made, opened, counted, kept for announcements, closed', async ({ person }) => {
  const [ana, ben] = [await person('ana'), await person('ben')];
  const { chat: chatA, c } = await foundCommunity(ana, 'Night Garden', 'Senja');

  // The first room is made in the panel; after that the rooms stand where the chats were.
  await ana.page.getByRole('button', { name: 'Info' }).first().click();
  await ana.page.getByRole('button', { name: 'New room' }).click();
  const dialog = ana.page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Lenses');
  await dialog.getByRole('button', { name: 'Create' }).click();
  const roomsA = ana.page.getByRole('navigation', { name: 'Rooms' });
  await expect(roomsA.getByRole('link', { name: 'Lenses' })).toHaveAttribute('aria-current', 'page');
  await chatA.write('Which lens for portraits?');

  await joinCommunity(ben, c, 'Lampu');
  const roomsB = ben.page.getByRole('navigation', { name: 'Rooms' });
  // Where he has not been there is a dot, and no number.
  await expect(roomsB.getByRole('link', { name: /Lenses.*New messages/ })).toBeVisible();
  await roomsB.getByRole('link', { name: /Lenses/ }).click();
  const chatB = new ChatPage(ben.page);
  await chatB.expectMessage('Which lens for portraits?');
  await expect(chatB.feed.getByText('Senja', { exact: true })).toBeVisible();
  await chatB.write('The old 50');
  await chatA.expectMessage('The old 50');

  // What a moderator takes away goes for everybody; who leads the community brings it back from its panel.
  await chatA.act('The old 50', 'Delete for everybody');
  await ana.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(chatB.message('The old 50')).toHaveCount(0);
  await roomsA.getByRole('link', { name: 'Main room' }).click();
  await ana.page.getByRole('button', { name: 'Info' }).first().click();
  await ana.page.getByRole('button', { name: /^Undo: Senja deleted 1 message/ }).click();
  await ana.page.getByRole('alertdialog').getByRole('button', { name: 'Undo' }).click();
  await chatB.expectMessage('The old 50');
  await roomsA.getByRole('link', { name: 'Lenses' }).click();
  await chatA.expectMessage('The old 50');

  await roomsB.getByRole('link', { name: 'Main room' }).click();
  await expect(roomsB.getByRole('link', { name: 'Main room' })).toHaveAttribute('aria-current', 'page');
  await chatA.write('At f/2');
  await chatA.write('or less');
  await expect(roomsB.getByRole('link', { name: /Lenses.*2 unread messages/ })).toBeVisible({ timeout: 15_000 });

  await roomsA.getByRole('button', { name: 'New room' }).click();
  await dialog.getByLabel('Name').fill('News');
  await dialog.getByRole('switch').click();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(roomsA.getByRole('link', { name: /News/ })).toHaveAttribute('aria-current', 'page');
  await chatA.write('We meet on Sunday');
  await expect(roomsB.getByRole('link', { name: /News.*Announcements only/ })).toBeVisible({ timeout: 15_000 });
  await roomsB.getByRole('link', { name: /News/ }).click();
  await chatB.expectMessage('We meet on Sunday');
  await expect(chatB.composer).toHaveCount(0);

  await roomsA.getByRole('button', { name: 'Change “Lenses”' }).click();
  await dialog.getByRole('button', { name: 'Close room' }).click();
  await ana.page.getByRole('alertdialog').getByRole('button', { name: 'Close room' }).click();
  await expect(roomsA.getByRole('link', { name: 'Lenses' })).toHaveCount(0);
  await expect(roomsB.getByRole('link', { name: /Lenses/ })).toHaveCount(0, { timeout: 15_000 });
  // The way back to all chats, and to the rooms again.
  await ben.page.getByRole('button', { name: 'Back to all chats' }).click();
  await ben.page
    .getByRole('link', { name: /Night Garden/ })
    .first()
    .click();
  await expect(roomsB).toBeVisible();
});
