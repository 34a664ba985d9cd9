import type { Locator, Page } from '@playwright/test';
import { expect, test, type Person } from './fixtures/test.ts';
import { befriend, makeGroup } from './fixtures/makeGroup.ts';
import { meet } from './fixtures/meet.ts';
import { workerRules } from './fixtures/workerRules.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { ChatPage } from './pages/chatPage.ts';
import { FriendsPage } from './pages/friendsPage.ts';

const sheetOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Forward' });

/** Those of these texts that stand in the conversation, top to bottom. */
async function orderOf({ feed }: ChatPage, texts: readonly string[]): Promise<string[]> {
  const labels = await feed
    .getByRole('article')
    .evaluateAll((lines) => lines.map((line) => line.getAttribute('aria-label') ?? ''));
  return labels.flatMap((label) => texts.filter((text) => label.includes(`: ${text}, `)));
}

/** Ticks chats in the sheet by their names, and sends. */
async function forwardTo(
  page: Page,
  names: readonly string[],
  { words, isNamed = true } = {} as { words?: string; isNamed?: boolean },
): Promise<void> {
  const sheet = sheetOf(page);
  for (const name of names) await sheet.getByRole('checkbox', { name: new RegExp(`^${name}`) }).click();
  if (!isNamed) await sheet.getByRole('switch', { name: 'Show who wrote it' }).click();
  if (words !== undefined) await sheet.getByRole('textbox', { name: 'Your own words' }).fill(words);
  await sheet.getByRole('button', { name: /^Forward to/ }).click();
  await expect(sheet).toHaveCount(0);
}

/** Ana has a chat with Ben open, and one with Chloe, who has it open too. */
async function three(person: (handle: string) => Promise<Person>) {
  const { a, b, chatA, chatB } = await meet(person);
  const c = await person('chloe');
  const friends = new FriendsPage(a.page);
  await new ChatListPage(a.page).open().catch(() => undefined);
  await friends.add(c);
  const withC = await friends.chatWith(c.name);
  await withC.write('hi chloe');
  const chatC = await new ChatListPage(c.page).openChat(a.name);
  await new ChatListPage(a.page).open().catch(() => undefined);
  await new ChatListPage(a.page).openChat(b.name);
  return { a, b, c, chatA, chatB, chatC };
}

test.describe('forwarding', () => {
  test('goes to another chat with words before it, with the name of who wrote it or without', async ({ person }) => {
    const { a, chatA, chatB, chatC } = await three(person);
    await chatB.write('the guesthouse is booked');
    await chatA.expectMessage('the guesthouse is booked');
    await chatA.act('the guesthouse is booked', 'Forward');
    await forwardTo(a.page, ['Chloe'], { words: 'from ben' });
    await expect(a.page.getByText('Forwarded to 1 chat')).toBeVisible();
    await chatC.expectMessage('from ben');
    await expect(chatC.message('the guesthouse is booked')).toContainText('Forwarded from Ben');
    expect(await orderOf(chatC, ['from ben', 'the guesthouse is booked'])).toEqual([
      'from ben',
      'the guesthouse is booked',
    ]);

    await chatB.write('tell nobody who said it');
    await chatA.expectMessage('tell nobody who said it');
    await chatA.act('tell nobody who said it', 'Forward');
    await forwardTo(a.page, ['Chloe'], { isNamed: false });
    await expect(chatC.message('tell nobody who said it')).toContainText('Forwarded');
    await expect(chatC.message('tell nobody who said it')).not.toContainText('Ben');
  });

  test('waits without a network, and says what was refused when the source is gone by then', async ({ person }) => {
    const { a, chatA, chatB, chatC } = await three(person);
    for (const text of ['stays there', 'goes away']) await chatB.write(text);
    await chatA.expectMessage('goes away');
    await workerRules(a);
    await a.network.cut();
    for (const text of ['stays there', 'goes away']) {
      await chatA.act(text, 'Forward');
      await forwardTo(a.page, ['Chloe']);
    }
    await chatB.unsend('goes away');
    await a.network.restore();
    await expect(chatC.message('stays there')).toContainText('Forwarded from Ben', { timeout: 40_000 });
    await expect(chatC.feed.getByText('goes away')).toHaveCount(0);
    await new ChatListPage(a.page).open().catch(() => undefined);
    const withC = await new ChatListPage(a.page).openChat('Chloe');
    await expect(withC.feed.getByText(/Not sent/)).toBeVisible();
  });
});

test.describe('several messages', () => {
  test('are chosen by pointer and keyboard, copied, forwarded in order, and left by Escape', async ({ person }) => {
    const { a, chatA, chatB, chatC } = await three(person);
    for (const text of ['first', 'second', 'third']) await chatB.write(text);
    await chatA.expectMessage('third');
    await a.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await chatA.act('third', 'Select');
    const bar = a.page.getByRole('toolbar', { name: 'Selected messages' });
    await expect(bar).toContainText('1 selected');
    await chatA.feed.getByRole('checkbox', { name: /second$/ }).click();
    await chatA.feed.getByRole('article', { name: /: first, / }).focus();
    await a.page.keyboard.press('Space');
    await expect(bar).toContainText('3 selected');
    await a.page.keyboard.press('Space');
    await expect(bar).toContainText('2 selected');
    await expect(bar.getByRole('button', { name: 'Unsend' })).toBeDisabled();
    await bar.getByRole('button', { name: 'Forward' }).click();
    await forwardTo(a.page, ['Chloe']);
    await expect(bar).toHaveCount(0);
    await chatC.expectMessage('third');
    expect(await orderOf(chatC, ['first', 'second', 'third'])).toEqual(['second', 'third']);

    await chatA.act('first', 'Select');
    await chatA.feed.getByRole('checkbox', { name: /second$/ }).click();
    await bar.getByRole('button', { name: 'Copy' }).click();
    await expect(bar).toHaveCount(0);
    const copied = await a.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Ben, .*\nfirst\n\nBen, .*\nsecond$/);

    await chatA.act('first', 'Select');
    await expect(bar).toBeVisible();
    await a.page.keyboard.press('Escape');
    await expect(bar).toHaveCount(0);
    await expect(chatA.composer).toBeVisible();
  });

  test('are deleted for me on all my devices, without a network too, and for nobody else', async ({ person }) => {
    const { a, chatA, chatB } = await meet(person);
    for (const text of ['one', 'two', 'three']) await chatB.write(text);
    await chatA.expectMessage('three');
    const other = await person('ana', { as: a });
    const chatOther = await new ChatListPage(other.page).openChat('Ben');
    await chatOther.expectMessage('three');
    await workerRules(a);
    await a.network.cut();
    await chatA.act('two', 'Select');
    await chatA.feed.getByRole('checkbox', { name: /three$/ }).click();
    await a.page
      .getByRole('toolbar', { name: 'Selected messages' })
      .getByRole('button', { name: 'Delete for me' })
      .click();
    await a.page.getByRole('alertdialog').getByRole('button', { name: 'Delete for me' }).click();
    await expect(chatA.message('three')).toHaveCount(0);
    await expect(chatA.message('one')).toHaveCount(1);
    await a.page.reload();
    const again = new ChatPage(a.page);
    await again.expectMessage('one');
    await expect(again.message('three')).toHaveCount(0);
    await a.network.restore();
    await expect(chatOther.message('three')).toHaveCount(0, { timeout: 40_000 });
    await expect(chatOther.message('two')).toHaveCount(0);
    await expect(chatB.message('three')).toHaveCount(1);
    // What comes behind is read and counted as ever.
    await chatB.write('four');
    await again.expectMessage('four');
    await expect(chatB.message('four')).toContainText('Read');
  });
});

test('everybody is named by those who may, once in ten minutes', async ({ person }) => {
  const [ana, ben, dan] = [await person('ana'), await person('ben'), await person('dan')];
  await befriend(ana, [ben, dan]);
  const chatA = await makeGroup(ana, [ben, dan], 'Crew');
  const call = async (words: string) => {
    await chatA.composer.pressSequentially('@ev');
    await ana.page.getByRole('option', { name: /everyone/ }).click();
    await chatA.composer.pressSequentially(words);
    await chatA.composer.press('Enter');
  };
  await call('meet at noon');
  await expect(new ChatListPage(ben.page).row('Crew')).toHaveAccessibleName(/mention/i);
  const chatB = await new ChatListPage(ben.page).openChat('Crew');
  await expect(chatB.feed.getByText('@everyone')).toBeVisible();
  await call('again');
  await expect(chatA.feed.getByText(/everyone was named a moment ago/)).toBeVisible();
  // A plain member is not offered it.
  await chatB.composer.pressSequentially('@ev');
  await expect(ben.page.getByRole('option', { name: /everyone/ })).toHaveCount(0);
});
