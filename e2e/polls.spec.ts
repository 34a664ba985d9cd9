import type { Locator, Page } from '@playwright/test';
import { befriend, makeGroup } from './fixtures/makeGroup.ts';
import { meet } from './fixtures/meet.ts';
import { expect, test, type Person } from './fixtures/test.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { ChatPage } from './pages/chatPage.ts';
import { FriendsPage } from './pages/friendsPage.ts';
import { workerRules } from './fixtures/workerRules.ts';

const title = 'Picnic';

/** A group of these people that the first one makes; everybody has it open. */
async function openGroup([host, ...others]: readonly Person[]): Promise<ChatPage[]> {
  if (!host) throw new Error('nobody makes the group');
  await befriend(host, others);
  const chat = await makeGroup(host, others, title);
  await chat.write('Who comes?');
  return [chat, ...(await Promise.all(others.map((other) => new ChatListPage(other.page).openChat(title))))];
}

async function attach(page: Page, what: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: what }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

async function writePoll(page: Page, question: string, options: readonly string[]): Promise<Locator> {
  const editor = await attach(page, 'New poll');
  await editor.getByRole('textbox', { name: 'Question' }).fill(question);
  for (const [index, option] of options.entries())
    await editor.getByRole('textbox', { name: `Option ${index + 1}`, exact: true }).fill(option);
  return editor;
}

async function post(editor: Locator): Promise<void> {
  await editor.getByRole('button', { name: 'Post' }).click();
  await expect(editor).toHaveCount(0);
}

const pollIn = (chat: ChatPage, question: string): Locator =>
  chat.feed.getByRole('article', { name: new RegExp(`Poll: ${question.replace('?', String.raw`\?`)}`) });
const answer = (poll: Locator, text: string): Locator => poll.getByRole('radio', { name: new RegExp(`^${text}: `) });
const expectVotes = (poll: Locator, text: string, votes: number): Promise<void> =>
  expect(answer(poll, text)).toHaveAccessibleName(new RegExp(`^${text}: ${votes} votes?, `));

test.describe('polls', () => {
  test('three people vote, change their minds, add an option, see who voted, until it is closed', async ({
    person,
  }) => {
    const people = [await person('ana'), await person('ben'), await person('chloe')] as const;
    const [chatA, chatB, chatC] = (await openGroup(people)) as [ChatPage, ChatPage, ChatPage];
    const [ana, ben] = people;
    const editor = await writePoll(ana.page, 'Where to?', ['Lake', 'Forest']);
    await editor.getByRole('switch', { name: 'Hide who voted' }).click();
    await editor.getByRole('switch', { name: 'Others may add options' }).click();
    await post(editor);
    const [pollA, pollB, pollC] = [chatA, chatB, chatC].map((chat) => pollIn(chat, 'Where to?')) as [
      Locator,
      Locator,
      Locator,
    ];
    await answer(pollB, 'Lake').click();
    await answer(pollC, 'Forest').click();
    for (const poll of [pollA, pollB, pollC]) await expectVotes(poll, 'Lake', 1);
    await expect(answer(pollB, 'Lake')).toBeChecked();
    await expect(answer(pollC, 'Lake')).not.toBeChecked();
    await expect(pollA).toContainText('2 voted');

    const height = async (): Promise<number> => (await pollA.boundingBox())?.height ?? 0;
    const before = await height();
    await answer(pollC, 'Lake').click();
    for (const poll of [pollA, pollB, pollC]) await expectVotes(poll, 'Lake', 2);
    expect(await height()).toBe(before);

    await pollB.getByRole('button', { name: 'Add an option' }).click();
    const adding = ben.page.getByRole('dialog');
    await adding.getByRole('textbox', { name: 'Option' }).fill('Museum');
    await adding.getByRole('button', { name: 'Add' }).click();
    await answer(pollB, 'Museum').click();
    await expectVotes(pollC, 'Museum', 1);

    await pollA.getByRole('button', { name: 'Who voted' }).click();
    const voters = ana.page.getByRole('dialog');
    await expect(voters.getByRole('listitem')).toHaveText(['CChloe']);
    await voters.getByRole('combobox', { name: 'For' }).selectOption('Museum (1)');
    await expect(voters.getByRole('listitem')).toHaveText(['BBen']);
    await ana.page.keyboard.press('Escape');

    await expect(pollB.getByRole('button', { name: 'Close poll' })).toHaveCount(0);
    await pollA.getByRole('button', { name: 'Close poll' }).click();
    await ana.page.getByRole('alertdialog').getByRole('button', { name: 'Close poll' }).click();
    for (const poll of [pollA, pollB, pollC]) await expect(poll).toContainText('closed');
    await expect(answer(pollB, 'Forest')).toHaveAttribute('aria-disabled', 'true');
    await ben.page.reload();
    await expectVotes(pollIn(new ChatPage(ben.page), 'Where to?'), 'Museum', 1);
    await expect(answer(pollIn(new ChatPage(ben.page), 'Where to?'), 'Museum')).toBeChecked();
  });

  test('a vote without a network is shown at once, survives a reload, and only the last one leaves', async ({
    person,
  }) => {
    const { a, b, chatA, chatB } = await meet(person);
    await post(await writePoll(a.page, 'Tea or coffee?', ['Tea', 'Coffee']));
    const pollB = pollIn(chatB, 'Tea or coffee?');
    await expect(answer(pollB, 'Tea')).toBeVisible();
    await workerRules(b);
    await b.network.cut();
    await answer(pollB, 'Tea').click();
    await answer(pollB, 'Coffee').click();
    await expect(answer(pollB, 'Coffee')).toBeChecked();
    await expectVotes(pollB, 'Coffee', 1);
    await expect(pollB).toContainText('Your vote leaves when you are connected');
    await b.page.reload();
    const again = pollIn(new ChatPage(b.page), 'Tea or coffee?');
    await expect(answer(again, 'Coffee')).toBeChecked();
    await b.network.restore();
    const pollA = pollIn(chatA, 'Tea or coffee?');
    await expect(answer(pollA, 'Coffee')).toHaveAccessibleName(/^Coffee: 1 vote, /, { timeout: 30_000 });
    await expectVotes(pollA, 'Tea', 0);
    await expect(again).not.toContainText('Your vote leaves');
    await expect(answer(again, 'Coffee')).toBeChecked();
    // Pressed once more it is taken back.
    await answer(again, 'Coffee').click();
    await expectVotes(pollA, 'Coffee', 0);
  });

  test('a vote that arrives after the end is refused, and its person is told', async ({ person }) => {
    const { a, b, chatB } = await meet(person);
    const editor = await writePoll(a.page, 'Now or never?', ['Now', 'Never']);
    await editor.getByRole('combobox', { name: 'Closes' }).selectOption('At a time you choose');
    await editor.getByLabel('Closing time').fill('2001-01-01T10:00');
    await editor.getByRole('button', { name: 'Post' }).click();
    await expect(editor.getByText('The closing time must lie ahead, within a year.')).toBeVisible();
    // The field knows whole minutes: at least half a minute from now.
    const { text, at } = await a.page.evaluate(() => {
      const end = new Date(Math.ceil((Date.now() + 30_000) / 60_000) * 60_000);
      const local = new Date(end.getTime() - end.getTimezoneOffset() * 60_000);
      return { text: local.toISOString().slice(0, 16), at: end.getTime() };
    });
    await editor.getByLabel('Closing time').fill(text);
    await post(editor);
    const pollB = pollIn(chatB, 'Now or never?');
    await expect(pollB).toContainText('closes');
    await b.network.cut();
    await answer(pollB, 'Now').click();
    await expect(answer(pollB, 'Now')).toBeChecked();
    await expect(pollB).toContainText('closed', { timeout: Math.max(0, at - Date.now()) + 10_000 });
    await b.network.restore();
    await expect(answer(pollB, 'Now')).not.toBeChecked({ timeout: 30_000 });
    await b.page.getByRole('button', { name: 'Show' }).first().click();
    await expect(b.page.getByRole('dialog')).toContainText('Not sent: the poll is over.');
  });
});

test('a message asks everybody to confirm it; its sender sees how many have, and reminds the rest', async ({
  person,
}) => {
  const people = [await person('ana'), await person('ben'), await person('chloe')] as const;
  const [chatA, chatB, chatC] = (await openGroup(people)) as [ChatPage, ChatPage, ChatPage];
  const [ana, ben, chloe] = people;
  const editor = await attach(ana.page, 'Ask to confirm');
  await editor.getByRole('textbox', { name: 'Message' }).fill('The bus leaves at seven');
  await editor.getByRole('button', { name: 'Send' }).click();
  await expect(editor).toHaveCount(0);
  const [sent, read] = [chatA, chatB].map((chat) => chat.message('The bus leaves at seven')) as [Locator, Locator];
  await chatC.expectMessage('The bus leaves at seven');
  await expect(sent).toContainText('Nobody has confirmed yet');
  await read.getByRole('button', { name: 'Confirm' }).click();
  await expect(read).toContainText('You confirmed');
  await expect(sent).toContainText('Read 2 · Confirmed 1');
  await expect(chatC.message('The bus leaves at seven')).not.toContainText('Confirmed');

  // Who may not announce cannot ask.
  await ben.page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(ben.page.getByRole('menuitem', { name: 'New poll' })).toBeVisible();
  await expect(ben.page.getByRole('menuitem', { name: 'Ask to confirm' })).toHaveCount(0);
  await ben.page.keyboard.press('Escape');

  // Chloe has read it and owes the confirmation: away from the chat she is reminded by the mark of something unread.
  for (const { page } of [ben, chloe]) await new FriendsPage(page).open();
  await sent.getByRole('button', { name: 'Remind the rest' }).click();
  await expect(ana.page.getByText('Whoever has not confirmed was reminded. You can do it 2 more times.')).toBeVisible();
  const chats = (page: Page): Locator =>
    page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: /^Chats/ })
      .first();
  await expect(chats(chloe.page)).toHaveAccessibleName(/unread/);
  await expect(chats(ben.page)).not.toHaveAccessibleName(/unread/);
  await sent.getByRole('button', { name: 'Remind the rest' }).click();
  await expect(ana.page.getByText(/You can remind them again in \d+ minutes\./)).toBeVisible();
  await new ChatListPage(chloe.page).open();
  const again = await new ChatListPage(chloe.page).openChat(title);
  await again.message('The bus leaves at seven').getByRole('button', { name: 'Confirm' }).click();
  await expect(sent).toContainText('Confirmed 2');
  await expect(sent.getByRole('button', { name: 'Remind the rest' })).toHaveCount(0);
});
