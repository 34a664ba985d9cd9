import { expect, test } from './fixtures/test.ts';
import { meet } from './fixtures/meet.ts';
import { ChatPage } from './pages/chatPage.ts';

test('a second tab shows, sends and survives the first one', async ({ person }) => {
  const { a: ana, chatA, chatB } = await meet(person);
  const tab = await ana.newTab();
  await tab.goto(ana.page.url());
  const second = new ChatPage(tab);
  await second.expectMessage('hello');
  await second.write('from the second tab');
  await chatA.expectMessage('from the second tab');
  await chatB.expectMessage('from the second tab');
  await chatB.write('seen twice?');
  await second.expectMessage('seen twice?');
  await chatA.expectMessage('seen twice?');
  await ana.page.close();
  await second.write('the first tab is gone');
  await expect(chatB.message('the first tab is gone')).toHaveCount(1, { timeout: 20_000 });
});

test('drafts stay with their chat over a reload', async ({ person }) => {
  const { a: ana, chatA } = await meet(person);
  await chatA.composer.fill('not finished yet');
  await ana.page.waitForFunction(
    () =>
      new Promise<boolean>((resolve) => {
        setTimeout(() => resolve(true), 400);
      }),
  );
  await ana.page.reload();
  await expect(new ChatPage(ana.page).composer).toHaveValue('not finished yet');
});
