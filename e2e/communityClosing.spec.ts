import { expect, test } from './fixtures/test.ts';
import { runDatabase } from './fixtures/runDatabase.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { foundCommunity, joinCommunity } from './pages/communities.ts';

test('a community is closed by its owner instead of being left, opened again, and handed over', async ({
  person,
  server,
}) => {
  const [ana, ben] = [await person('ana'), await person('ben')];
  const { chat: chatA, c } = await foundCommunity(ana, 'Half Frame', 'Owl');
  const { chat: chatB } = await joinCommunity(ben, c, '底片貓');
  await chatB.write('good morning');
  await chatA.expectMessage('good morning');

  await test.step('whoever owns it cannot just go, and is offered both ways', async () => {
    await ana.page.getByRole('button', { name: 'Info' }).first().click();
    const leave = ana.page.getByRole('button', { name: 'Leave the community' });
    await leave.click();
    await ana.page.getByRole('button', { name: 'Choose a member' }).click();
    await expect(ana.page.getByRole('option', { name: /底片貓/ })).toBeVisible();
    await ana.page.getByRole('button', { name: 'Back' }).last().click();
    await leave.click();
    await ana.page.getByRole('button', { name: 'Close it…' }).click();
    await ana.page.getByRole('alertdialog').getByRole('button', { name: 'Close the community' }).click();
  });

  await test.step('both read it, and nobody writes', async () => {
    for (const { page } of [ana, ben])
      await expect(page.getByText('This community was closed. You can read, not write.')).toBeVisible();
    await expect(chatB.feed.getByText('Owl closed the community')).toBeVisible();
    await chatB.expectMessage('good morning');
  });

  await test.step('it is opened again as it was', async () => {
    await ana.page.getByRole('button', { name: /^Undo: / }).click();
    await ana.page.getByRole('alertdialog').getByRole('button', { name: 'Undo' }).click();
    await expect(chatA.feed.getByText('You opened the community again')).toBeVisible();
    await chatB.write('here again');
    await chatA.expectMessage('here again');
  });

  await test.step('it is handed over to somebody who is in for a day, and then its founder may go', async () => {
    await runDatabase(server, (db) => {
      db.prepare('UPDATE members SET joined_at = joined_at - ? WHERE chat_id = ?').run(2 * 86_400_000, Number(c));
    });
    const leave = ana.page.getByRole('button', { name: 'Leave the community' });
    await leave.click();
    await ana.page.getByRole('button', { name: 'Choose a member' }).click();
    await ana.page.getByRole('option', { name: /底片貓/ }).click();
    await ana.page.getByRole('menuitem', { name: 'Hand the community over' }).click();
    await ana.page.getByRole('alertdialog').getByRole('button', { name: 'Hand over' }).click();
    await expect(chatB.feed.getByText(/^You own the community now/u)).toBeVisible({ timeout: 20_000 });
    await ana.page.getByRole('button', { name: 'Back' }).last().click();
    await leave.click();
    await ana.page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
    await expect(new ChatListPage(ana.page).row('Half Frame')).toHaveCount(0);
    await ben.page.getByRole('button', { name: 'Info' }).first().click();
    await expect(ben.page.getByRole('link', { name: 'Moderation' })).toBeVisible();
    await chatB.write('mine now');
  });
});
