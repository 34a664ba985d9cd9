import { expect, test } from './fixtures/test.ts';
import { meet } from './fixtures/meet.ts';

test('the list of shortcuts comes by its key, but never into what is being written', async ({ person }) => {
  const { a, chatA } = await meet(person);
  const list = a.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await chatA.composer.click();
  await a.page.keyboard.type('why?');
  await expect(chatA.composer).toHaveValue('why?');
  await expect(list).toHaveCount(0);
  await chatA.composer.fill('');
  await a.page.getByRole('link', { name: 'Settings' }).first().focus();
  await a.page.keyboard.press('?');
  await expect(list).toBeVisible();
  await a.page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await a.page.goto(`${a.url}/settings/about`);
  await a.page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(list).toBeVisible();
});
