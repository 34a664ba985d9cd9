import type { Locator, Page } from '@playwright/test';
import { befriend, makeGroup } from './fixtures/makeGroup.ts';
import { meet } from './fixtures/meet.ts';
import { workerRules } from './fixtures/workerRules.ts';
import { expect, test, type Person } from './fixtures/test.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import type { ChatPage } from './pages/chatPage.ts';

const title = 'Jogja';

/** The panel of an open thread. */
class ThreadPage {
  readonly panel: Locator;
  readonly composer: Locator;
  readonly feed: Locator;

  constructor(page: Page) {
    this.panel = page.getByRole('complementary').filter({ has: page.getByRole('heading', { name: 'Thread' }) });
    this.composer = this.panel.getByRole('textbox', { name: 'Reply in the thread' });
    this.feed = this.panel.getByRole('feed');
  }

  reply(text: string): Locator {
    const exact = text.replaceAll(/[?.]/g, String.raw`\$&`);
    return this.feed.getByRole('article', { name: new RegExp(`: ${exact}, `) });
  }

  async write(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await expect(this.composer).toHaveValue('');
  }
}

/** A group of these people that the first one makes; everybody has it open. */
async function openGroup([host, ...others]: readonly Person[]): Promise<ChatPage[]> {
  if (!host) throw new Error('nobody makes the group');
  await befriend(host, others);
  const chat = await makeGroup(host, others, title);
  await chat.write('where to?');
  return [chat, ...(await Promise.all(others.map((other) => new ChatListPage(other.page).openChat(title))))];
}

async function begin(chat: ChatPage, text: string): Promise<ThreadPage> {
  await chat.act(text, 'Start a thread');
  const thread = new ThreadPage(chat.page);
  await expect(thread.composer).toBeVisible();
  return thread;
}

/** The line of a thread below its message. */
const lineIn = (chat: ChatPage, text: string): Locator =>
  chat.message(text).getByRole('button', { name: /^Open the thread/ });

async function openFrom(chat: ChatPage, text: string): Promise<ThreadPage> {
  await lineIn(chat, text).click();
  const thread = new ThreadPage(chat.page);
  await expect(thread.panel).toBeVisible();
  return thread;
}

test.describe('threads', () => {
  test('three people answer one message beside the chat; who follows sees what is new, the chat counts nothing', async ({
    person,
  }) => {
    const people = [await person('ana'), await person('ben'), await person('chloe')] as const;
    const [chatA, chatB, chatC] = (await openGroup(people)) as [ChatPage, ChatPage, ChatPage];
    await chatB.expectMessage('where to?');
    const threadB = await begin(chatB, 'where to?');
    await expect(threadB.panel.getByText(`${title} · No replies yet`)).toBeVisible();
    // The message stands on top; nobody else is shown a thread without a reply.
    await expect(threadB.panel.getByRole('region', { name: 'The message this thread is about' })).toContainText(
      'where to?',
    );
    await expect(lineIn(chatA, 'where to?')).toHaveCount(0);
    await threadB.write('to the sea');
    await expect(lineIn(chatA, 'where to?')).toHaveAccessibleName(/1 reply last/);
    await expect(lineIn(chatC, 'where to?')).toHaveAccessibleName(/1 reply last/);
    const threadA = await openFrom(chatA, 'where to?');
    await expect(threadA.reply('to the sea')).toBeVisible();
    await threadA.write('or the hills');
    await expect(threadB.reply('or the hills')).toBeVisible();
    await expect(threadA.panel.getByText(`${title} · 2 replies`)).toBeVisible();
    await expect(lineIn(chatB, 'where to?')).toHaveAccessibleName(/2 replies last/);
    // Who closes it hears of the next reply by its line; who never wrote in it does not.
    await threadB.panel.getByRole('button', { name: 'Close the thread' }).click();
    await expect(threadB.panel).toHaveCount(0);
    await threadA.write('what do you say?');
    await expect(lineIn(chatB, 'where to?')).toHaveAccessibleName(/3 replies 1 new/);
    await expect(lineIn(chatC, 'where to?')).toHaveAccessibleName(/3 replies last/);
    await expect(new ChatListPage(chatB.page).row(title)).not.toContainText('what do you say?');
    const again = await openFrom(chatB, 'where to?');
    await expect(again.reply('what do you say?')).toBeVisible();
    await expect(lineIn(chatB, 'where to?')).toHaveAccessibleName(/3 replies last/);
    // Nothing of it is a message of the chat.
    await expect(chatC.message('to the sea')).toHaveCount(0);
  });

  test('a reply can go to the chat as well, once in each', async ({ person }) => {
    const { chatA, chatB } = await meet(person);
    await chatA.write('Merapi or museum?');
    await chatB.expectMessage('Merapi or museum?');
    const thread = await begin(chatB, 'Merapi or museum?');
    await thread.panel.getByRole('checkbox', { name: 'Also send to the chat' }).check();
    await thread.write('jeep for six');
    await expect(thread.reply('jeep for six')).toHaveCount(1);
    await chatA.expectMessage('jeep for six');
    await expect(chatA.message('jeep for six').getByRole('button', { name: /^Go to the message/ })).toContainText(
      'Merapi or museum?',
    );
    await thread.panel.getByRole('checkbox', { name: 'Also send to the chat' }).uncheck();
    await thread.write('only here');
    await expect(lineIn(chatA, 'Merapi or museum?')).toHaveAccessibleName(/2 replies/);
    await expect(chatA.message('only here')).toHaveCount(0);
  });

  test('without a network an open thread is read and written in, and both copies arrive once; a new one has to wait', async ({
    person,
  }) => {
    const { b, chatA, chatB } = await meet(person);
    await chatA.write('a question');
    await chatB.expectMessage('a question');
    const thread = await begin(chatB, 'a question');
    await thread.write('first');
    await expect(thread.reply('first')).toBeVisible();
    await workerRules(b);
    await b.network.cut();
    await thread.panel.getByRole('checkbox', { name: 'Also send to the chat' }).check();
    await thread.write('from the train');
    await expect(thread.reply('from the train')).toBeVisible();
    await chatB.act('hello', 'Start a thread');
    await expect(b.page.getByText('You need a connection to start a thread.')).toBeVisible();
    await b.page.reload();
    const later = new ThreadPage(b.page);
    await expect(later.reply('first')).toBeVisible();
    await expect(later.reply('from the train')).toBeVisible();
    await b.network.restore();
    await chatA.expectMessage('from the train');
    await expect(lineIn(chatA, 'a question')).toHaveAccessibleName(/2 replies/);
    const threadA = await openFrom(chatA, 'a question');
    await expect(threadA.reply('from the train')).toHaveCount(1);
  });

  test('muting one keeps its news quiet; an unsent message says so and keeps its thread', async ({ person }) => {
    const { chatA, chatB } = await meet(person);
    await chatA.write('a plan');
    await chatB.expectMessage('a plan');
    const threadB = await begin(chatB, 'a plan');
    await threadB.write('good');
    const bell = threadB.panel.getByRole('button', { name: 'Tell me about new replies' });
    await expect(bell).toHaveAttribute('aria-pressed', 'true');
    await bell.click();
    await expect(bell).toHaveAttribute('aria-pressed', 'false');
    const threadA = await openFrom(chatA, 'a plan');
    await threadA.write('really?');
    await expect(threadB.reply('really?')).toBeVisible();
    await chatA.unsend('a plan');
    await expect(threadB.panel.getByText('Message unsent')).toBeVisible();
    await threadB.write('still here');
    await expect(threadA.reply('still here')).toBeVisible();
  });

  test('on a phone a thread is a page of its own; back leads to the chat', async ({ person }) => {
    const { b, chatA, chatB } = await meet(person);
    await b.page.setViewportSize({ width: 360, height: 740 });
    await chatA.write('a thought');
    await chatB.expectMessage('a thought');
    const thread = await begin(chatB, 'a thought');
    await thread.write('mine');
    await expect(thread.reply('mine')).toBeVisible();
    await expect(thread.panel).toHaveCSS('width', '360px');
    await b.page.goBack();
    await expect(thread.panel).toHaveCount(0);
    await expect(lineIn(chatB, 'a thought')).toBeVisible();
    await openFrom(chatB, 'a thought');
    await thread.panel.getByRole('link', { name: 'Back' }).click();
    await expect(thread.panel).toHaveCount(0);
  });
});
