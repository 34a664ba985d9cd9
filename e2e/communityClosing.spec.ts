import { expect, test } from './fixtures/test.ts';
import { foundCommunity, joinCommunity } from './pages/communities.ts';

test('a community is closed by its owner instead of being left, and opened again', async ({ person }) => {
  test.setTimeout(120_000);
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
});
