import { expect, test } from './fixtures/test.ts';
import { meet } from './fixtures/meet.ts';
import { pressAndReload } from './fixtures/pressAndReload.ts';
import { ChatPage, pressOver } from './pages/chatPage.ts';

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

test('a page that is loaded anew in the moment of Enter loses no word and sends none twice', async ({ person }) => {
  const { a: ana, chatA, chatB } = await meet(person);
  for (const ms of [0, 2, 5, 10, 20]) {
    const text = `gone after ${ms} ms`;
    await chatA.composer.fill(text);
    const loaded = ana.page.waitForEvent('load');
    await chatA.composer.evaluate((box, after) => {
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      if (after === 0) location.reload();
      else setTimeout(() => location.reload(), after);
    }, ms);
    await loaded;
    // Sent, or in its field again; never both.
    const places = async () => [await chatA.message(text).count(), await chatA.composer.inputValue()];
    await expect.poll(async () => JSON.stringify(await places())).toMatch(/^\[(?:1,""|0,"gone.*")\]$/);
    if ((await chatA.composer.inputValue()) !== '') await chatA.composer.press('Enter');
    await expect(chatA.composer).toHaveValue('');
    await chatB.expectMessage(text);
  }
  await expect.poll(() => chatB.texts(/^gone after/)).toHaveLength(5);
});

test('what is changed in the moment of a reload stays changed: a reaction, a setting', async ({ person }) => {
  const { a: ana, chatA, chatB } = await meet(person);
  const { page } = ana;
  await pressOver(chatA.message('hello'), 'React');
  const thumb = page.getByRole('button', { name: 'Thumbs up', exact: true });
  await expect(thumb).toBeVisible();
  await pressAndReload(thumb, 0);
  await expect(chatA.message('hello')).toContainText('👍');
  await expect(chatB.message('hello')).toContainText('👍');

  await page.goto(`${ana.url}/settings/chats`);
  const cards = page.getByRole('switch', { name: /Link cards/ });
  for (const [ms, isOn] of [
    [0, false],
    [5, true],
    [20, false],
  ] as const) {
    await expect(cards).toBeChecked({ checked: !isOn });
    await pressAndReload(cards, ms);
    await expect(cards).toBeChecked({ checked: isOn });
  }
});
