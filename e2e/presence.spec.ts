import { meet } from './fixtures/meet.ts';
import { expect, test } from './fixtures/test.ts';

test('who may see that somebody is here, or types, is theirs to say, at once', async ({ person }) => {
  const { a: ana, b: ben, chatA, chatB } = await meet(person);
  const here = ben.page.getByText('here now', { exact: true });
  await expect(here).toBeVisible();
  // One sign in 3 s is told, and the first message was one: this takes longer.
  const slowly = { delay: 150 };
  await chatA.composer.pressSequentially('thinking of Saturday at nine', slowly);
  await expect(ben.page.getByText(/typing/).first()).toBeVisible();
  await chatA.composer.press('Enter');
  await chatB.expectMessage('thinking of Saturday at nine');

  const settings = await ana.newTab();
  await settings.goto(`${ana.url}/settings/privacy`);
  // The first of two choices with the same words. Ben was found and added by Ana: friends may see her, until nobody may.
  await settings.getByRole('radio', { name: 'Friends' }).first().check();
  await expect(here).toBeVisible();
  await settings.getByRole('radio', { name: 'Nobody' }).first().check();
  await expect(here).toHaveCount(0);
  await settings.getByRole('radio', { name: 'Everyone I talk to' }).first().check();
  await expect(here).toBeVisible();

  await settings.goto(`${ana.url}/settings/chats`);
  await settings.getByRole('switch', { name: 'Show when I am typing' }).click();
  await expect(ben.page.getByText(/typing/)).toHaveCount(0, { timeout: 15_000 });
  await chatA.composer.pressSequentially('nobody has to see this yet', slowly);
  // A sign would stand for 6 s.
  await expect(ben.page.getByText(/typing/)).toHaveCount(0);
  await chatA.composer.press('Enter');
  await chatB.expectMessage('nobody has to see this yet');
});
