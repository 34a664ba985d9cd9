import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { befriend, makeGroup } from './fixtures/makeGroup.ts';
import { meet } from './fixtures/meet.ts';
import { swipe } from './fixtures/swipe.ts';
import { workerRules } from './fixtures/workerRules.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { ChatPage, pressOver } from './pages/chatPage.ts';

/** The quote above a message, as far as it can be pressed. */
const quoteIn = (chat: ChatPage, text: string): Locator =>
  chat.message(text).getByRole('button', { name: /^Go to the message/ });
const replyBar = (page: Page): Locator => page.getByRole('button', { name: 'Stop replying' });

async function reply(chat: ChatPage, to: string): Promise<void> {
  await pressOver(chat.message(to), 'Reply');
  await expect(replyBar(chat.page)).toBeVisible();
}

test.describe('replies', () => {
  test('show what they answer on both sides; a press goes there, and there is a way back', async ({ person }) => {
    const { b, chatA, chatB } = await meet(person);
    await chatA.write('the original');
    await chatB.expectMessage('the original');
    await reply(chatB, 'the original');
    await expect(b.page.getByText('Reply to Ana')).toBeVisible();
    await expect(chatB.composer).toBeFocused();
    // Tall ones: enough to leave the first far above.
    for (let number = 1; number <= 6; number += 1) await chatA.write(`${number}\n${'line\n'.repeat(9)}end`);
    await expect(chatB.feed.getByText(/^6\n/)).toBeVisible();
    await chatB.write('the answer');
    await expect(replyBar(b.page)).toHaveCount(0);
    await expect(quoteIn(chatB, 'the answer')).toContainText('the original');
    await expect(quoteIn(chatA, 'the answer')).toContainText('You');
    await expect(quoteIn(chatA, 'the answer')).toContainText('the original');
    await quoteIn(chatA, 'the answer').click();
    await expect(chatA.message('the original')).toBeInViewport();
    await expect(chatA.message('the answer')).not.toBeInViewport();
    await chatA.page.getByRole('button', { name: 'Back to where I was' }).click();
    await expect(chatA.message('the answer')).toBeInViewport();
  });

  test('are part of the draft: a reload keeps what is answered, Escape takes it away', async ({ person }) => {
    const { b, chatA, chatB } = await meet(person);
    await chatA.write('a question');
    await chatB.expectMessage('a question');
    await chatB.message('a question').focus();
    await b.page.keyboard.press('r');
    await chatB.composer.pressSequentially('half an');
    // What leaves the field is kept at once.
    await chatB.composer.blur();
    await b.page.reload();
    const again = new ChatPage(b.page);
    await expect(again.composer).toHaveValue('half an');
    await expect(b.page.getByText('Reply to Ana')).toBeVisible();
    await again.composer.pressSequentially(' answer');
    await again.composer.press('Escape');
    await expect(replyBar(b.page)).toHaveCount(0);
    await expect(again.composer).toHaveValue('half an answer');
    await again.composer.blur();
    await b.page.reload();
    await expect(again.composer).toHaveValue('half an answer');
    await expect(replyBar(b.page)).toHaveCount(0);
    await again.composer.press('Enter');
    await chatA.expectMessage('half an answer');
    await expect(chatA.message('half an answer')).not.toContainText('a question');
  });

  test('to what is unsent later say so', async ({ person }) => {
    const { chatA, chatB } = await meet(person);
    await chatA.write('a slip');
    await chatB.expectMessage('a slip');
    await reply(chatB, 'a slip');
    await chatB.write('what do you mean');
    await expect(quoteIn(chatA, 'what do you mean')).toContainText('a slip');
    await chatA.unsend('a slip');
    await expect(quoteIn(chatB, 'what do you mean')).toContainText('Message unsent');
    await expect(quoteIn(chatB, 'what do you mean')).not.toContainText('a slip');
  });

  test('wait without a network, with what they answer, through a reload', async ({ person }) => {
    const { a, chatA, chatB } = await meet(person);
    await chatB.write('are you there');
    await chatA.expectMessage('are you there');
    await workerRules(a);
    await a.network.cut();
    await reply(chatA, 'are you there');
    await chatA.write('in the tunnel');
    await expect(quoteIn(chatA, 'in the tunnel')).toContainText('are you there');
    await a.page.reload();
    const again = new ChatPage(a.page);
    await expect(quoteIn(again, 'in the tunnel')).toContainText('are you there');
    await a.network.restore();
    await expect(quoteIn(chatB, 'in the tunnel')).toContainText('are you there', { timeout: 40_000 });
  });

  test('show nothing of what came before a member was there', async ({ person }) => {
    const [ana, ben, dan, chloe] = [
      await person('ana'),
      await person('ben'),
      await person('dan'),
      await person('chloe'),
    ];
    await befriend(ana, [ben, dan, chloe]);
    const chatA = await makeGroup(ana, [ben, dan], 'Secrets');
    await chatA.write('before chloe');
    await ana.page.getByRole('button', { name: 'Info' }).first().click();
    await ana.page.getByRole('button', { name: 'Add people' }).first().click();
    await ana.page
      .getByRole('dialog')
      .getByRole('checkbox', { name: /^Chloe/ })
      .click();
    await ana.page.getByRole('dialog').getByRole('button', { name: /^Add/ }).click();
    await reply(chatA, 'before chloe');
    await chatA.write('still true');
    const chatC = await new ChatListPage(chloe.page).openChat('Secrets');
    await expect(chatC.message('still true')).toContainText('A message you cannot see');
    await expect(quoteIn(chatC, 'still true')).toHaveCount(0);
  });
});

test.describe('on touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 780 } });

  test('a swipe answers', async ({ person }) => {
    const { b, chatA, chatB } = await meet(person);
    await chatA.write('swipe me');
    await chatB.expectMessage('swipe me');
    await swipeOver(chatB.feed.getByText('swipe me', { exact: true }), -90);
    await expect(b.page.getByText('Reply to Ana')).toBeVisible();
    await replyBar(b.page).tap();
    // Not far enough.
    await swipeOver(chatB.feed.getByText('swipe me', { exact: true }), -30);
    await expect(replyBar(b.page)).toHaveCount(0);
  });
});

/** A finger goes sideways over something, px. */
async function swipeOver(over: Locator, by: number): Promise<void> {
  const box = await over.boundingBox();
  if (!box) throw new Error('nothing to swipe over');
  const [x, y] = [Math.min(box.x + box.width / 2 + 60, box.x + box.width - 4), box.y + box.height / 2];
  await swipe(over.page(), [x, y], [x + by, y]);
}
