import { meet } from './fixtures/meet.ts';
import { noDatabase } from './fixtures/noDatabase.ts';
import { setQuota } from './fixtures/setQuota.ts';
import { expect, test, type Person } from './fixtures/test.ts';
import { fullWarning, writeUntilFull } from './fixtures/writeUntilFull.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { ChatPage } from './pages/chatPage.ts';

/** Logs in through the screens, on another browser of this person. */
async function logIn({ page, handle, password }: Person): Promise<void> {
  await page.getByLabel('ID', { exact: true }).fill(handle);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(new ChatListPage(page).heading).toBeVisible();
}

for (const how of ['throws', 'fails'] as const) {
  test.describe(`a browser whose databases cannot be opened (it ${how})`, () => {
    test('logs in, shows chats, sends and receives, and says that it keeps nothing', async ({ person }) => {
      const { a: ana, b: ben, chatB } = await meet(person);
      const bare = await person('ana', { as: ana, fresh: true, prepare: noDatabase(how) });
      await logIn(bare);
      await expect(bare.page.getByText(fullWarning).first()).toBeVisible();
      const chat = await new ChatListPage(bare.page).openChat(ben.name);
      await chat.expectMessage('hello');
      await chat.write('from memory');
      await chatB.expectMessage('from memory');
      await chatB.write('back to you');
      await chat.expectMessage('back to you');

      await bare.page.goto(`${bare.url}/settings/storage`);
      await expect(bare.page.getByText(fullWarning).first()).toBeVisible();
      await expect(bare.page.getByRole('status').filter({ hasText: 'only in this page' })).toBeVisible();
      // The cookie is all that this browser keeps: a reload needs no password, and sends nothing again.
      await bare.page.goBack();
      await new ChatPage(bare.page).expectMessage('from memory');
      await expect(chatB.message('from memory')).toHaveCount(1);
    });
  });
}

test('two tabs without a database are both live, and nothing is sent twice', async ({ person }) => {
  const { a: ana, b: ben, chatB } = await meet(person);
  const bare = await person('ana', { as: ana, prepare: noDatabase('fails') });
  const first = await new ChatListPage(bare.page).openChat(ben.name);
  await first.expectMessage('hello');
  const tab = await bare.newTab();
  await expect(tab.getByText(fullWarning).first()).toBeVisible();
  const second = await new ChatListPage(tab).openChat(ben.name);
  await second.expectMessage('hello');
  // Longer than a tab waits for a silent leader: neither takes the line from the other.
  for (let round = 1; round <= 3; round += 1) {
    await first.write(`first tab ${round}`);
    await second.expectMessage(`first tab ${round}`);
    await second.write(`second tab ${round}`);
    await first.expectMessage(`second tab ${round}`);
    await chatB.write(`answer ${round}`);
    await first.expectMessage(`answer ${round}`);
    await second.expectMessage(`answer ${round}`);
    // Nothing may happen meanwhile: a tab that thought the other one dead would have taken its place by the end of the rounds.
    await tab.waitForTimeout(5_000);
  }
  for (const chat of [first, second, chatB]) {
    const expected = [1, 2, 3].flatMap((round) => [`first tab ${round}`, `second tab ${round}`, `answer ${round}`]);
    expect(await chat.texts(/^(first tab|second tab|answer) \d$/)).toEqual(expected);
  }
  await bare.page.close();
  await second.write('the first tab is gone');
  await chatB.expectMessage('the first tab is gone');
});

test('two tabs of a browser whose disk is full for good are both live too', async ({ person }) => {
  const { a: ana, chatA, chatB } = await meet(person);
  const tab = await ana.newTab();
  await tab.goto(ana.page.url());
  const second = new ChatPage(tab);
  await second.expectMessage('hello');
  await setQuota(ana, 1);
  await writeUntilFull(chatB, ana.page);
  for (const page of [ana.page, tab]) await expect(page.getByText(fullWarning).first()).toBeVisible();
  await chatA.write('from the first tab');
  await second.expectMessage('from the first tab');
  await second.write('from the second tab');
  await chatA.expectMessage('from the second tab');
  await chatB.write('heard in both');
  for (const chat of [chatA, second]) await chat.expectMessage('heard in both');
  for (const text of ['from the first tab', 'from the second tab'])
    for (const chat of [chatA, second, chatB]) await expect(chat.message(text)).toHaveCount(1);
});
