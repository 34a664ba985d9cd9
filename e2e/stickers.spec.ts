import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { atRest } from './fixtures/atRest.ts';
import { meet } from './fixtures/meet.ts';
import { pressAndReload } from './fixtures/pressAndReload.ts';
import { ChatPage, pressOver } from './pages/chatPage.ts';
import { workerRules } from './fixtures/workerRules.ts';

const panelOf = (page: Page): Locator => page.getByRole('region', { name: 'Emoji and stickers' });
const stickersIn = (chat: ChatPage, what: string | RegExp): Locator => chat.feed.getByRole('img', { name: what });

async function openPanel(page: Page, button: 'Emoji' | 'Stickers'): Promise<Locator> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const panel = panelOf(page);
  await expect(panel).toBeVisible();
  return panel;
}

/** How many layers of the stickers in a conversation are moving. */
const moving = (chat: ChatPage): Promise<number> =>
  chat.feed.evaluate(
    (feed) =>
      feed.getAnimations({ subtree: true }).filter((each) => each.playState === 'running' && 'animationName' in each)
        .length,
  );

test.describe('stickers', () => {
  test.slow();

  test('go from the panel to the other person, without moving what is read', async ({ person }) => {
    const { a, chatA, chatB } = await meet(person);
    for (let number = 1; number <= 14; number += 1) await chatA.write(`line ${number}`);
    await chatB.expectMessage('line 14');
    const gap = async (): Promise<number> => {
      const [line, field] = [await chatA.message('line 14').boundingBox(), await chatA.composer.boundingBox()];
      return Math.round((field?.y ?? 0) - (line?.y ?? 0));
    };
    await chatA.composer.fill('still here');
    const before = await gap();
    const panel = await openPanel(a.page, 'Stickers');
    await expect.poll(gap).toBe(before);
    await panel.getByRole('button', { name: 'Send sticker: Tika hugs a heart' }).click();
    await expect(stickersIn(chatB, 'Tika hugs a heart')).toBeVisible();
    await expect(chatB.feed.getByRole('article', { name: /: Sticker: Tika hugs a heart, / })).toHaveCount(1);
    await expect(chatA.composer).toHaveValue('still here');
    await expect(panel).toBeVisible();
    await panel.getByRole('button', { name: /cup of coffee/ }).focus();
    await a.page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(chatA.composer).toBeFocused();
    await expect.poll(gap).toBeGreaterThan(before);
    await openPanel(a.page, 'Stickers');
    await expect(panel.getByRole('group', { name: 'Recently used' }).getByRole('button')).toHaveCount(1);
    await a.page.reload();
    await expect(stickersIn(chatA, 'Tika hugs a heart')).toBeVisible();
    await expect(a.page.getByRole('link', { name: /Sticker/ }).first()).toBeVisible();
  });

  test('reading further up, the panel moves nothing', async ({ person }) => {
    const { a, chatA } = await meet(person);
    for (let number = 1; number <= 24; number += 1) await chatA.write(`line ${number}`);
    await chatA.feed.hover();
    await a.page.mouse.wheel(0, -400);
    const inSight = chatA.message('line 12');
    await inSight.scrollIntoViewIfNeeded();
    const before = await atRest(inSight);
    const panel = await openPanel(a.page, 'Stickers');
    await expect(panel.getByRole('button', { name: /heart/ }).first()).toBeVisible();
    expect(await atRest(inSight)).toBe(before);
    await a.page.getByRole('button', { name: 'Stickers', exact: true }).click();
    await expect(panel).toHaveCount(0);
    expect(await atRest(inSight)).toBe(before);
  });

  test('are offered after a word, take no focus, and can be hidden in a chat', async ({ person }) => {
    const { a, chatA, chatB } = await meet(person);
    await chatA.composer.click();
    const offers = a.page.getByRole('group', { name: 'Stickers that fit' });
    await expect(async () => {
      await chatA.composer.fill('');
      await chatA.composer.pressSequentially('terima kasih!');
      await expect(offers).toBeVisible({ timeout: 2000 });
    }).toPass();
    await expect(chatA.composer).toBeFocused();
    await offers.getByRole('button', { name: /bunch of flowers/ }).click();
    await expect(stickersIn(chatB, /bunch of flowers/)).toBeVisible();
    await expect(offers).toHaveCount(0);
    await expect(chatA.composer).toBeFocused();
    await chatA.composer.press('Enter');
    await chatB.expectMessage('terima kasih!');

    // Enter sends the text while some are offered.
    await chatA.composer.pressSequentially('ok ');
    await expect(offers).toBeVisible();
    await chatA.composer.press('Enter');
    await chatB.expectMessage('ok');
    await expect(offers).toHaveCount(0);
    await expect(chatB.feed.getByRole('img')).toHaveCount(1);

    await chatA.composer.pressSequentially('thanks ');
    await a.page.getByRole('button', { name: 'Hide suggestions in this chat' }).click();
    await expect(offers).toHaveCount(0);
    await chatA.composer.pressSequentially('thanks ');
    await expect(offers).toHaveCount(0);
    await a.page.reload();
    await chatA.composer.pressSequentially('sorry thanks ');
    await expect(offers).toHaveCount(0);
    const panel = await openPanel(a.page, 'Stickers');
    await panel.getByRole('button', { name: 'Suggest stickers in this chat again' }).click();
    await chatA.composer.pressSequentially('otw ');
    await expect(offers).toBeVisible();
  });

  test('come neither nor go within a composition', async ({ person }) => {
    const { a, chatA } = await meet(person);
    const session = await a.page.context().newCDPSession(a.page);
    const compose = (text: string) =>
      session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    const offers = a.page.getByRole('group', { name: 'Stickers that fit' });
    await chatA.composer.click();
    await expect(async () => {
      await chatA.composer.fill('ok ');
      await expect(offers).toBeVisible({ timeout: 2000 });
    }).toPass();
    await chatA.composer.fill('');
    await expect(offers).toHaveCount(0);
    for (const step of ['あ', 'あr', 'あり', 'ありがとう']) {
      await compose(step);
      await expect(chatA.composer).toHaveValue(step);
      await expect(offers).toHaveCount(0);
    }
    await session.send('Input.insertText', { text: 'ありがとう' });
    await expect(offers).toBeVisible();
    await expect(chatA.composer).toHaveValue('ありがとう');
    await expect(chatA.composer).toBeFocused();
    for (const step of ['ご', 'ござ', 'ございま']) {
      await compose(step);
      await expect(offers).toBeVisible();
    }
  });

  test('move three times where they are seen, and not at all with reduced motion', async ({ person }) => {
    const { a, b, chatA, chatB } = await meet(person);
    await b.page.emulateMedia({ reducedMotion: 'reduce' });
    const panel = await openPanel(a.page, 'Stickers');
    await a.page.bringToFront();
    await panel.getByRole('button', { name: /laughs till/ }).click();
    await expect(stickersIn(chatB, /laughs till/)).toBeVisible();
    expect(await moving(chatB)).toBe(0);
    await expect.poll(() => moving(chatA)).toBeGreaterThan(0);
    await expect.poll(() => moving(chatA), { timeout: 15_000 }).toBe(0);
  });

  test('one that is pressed in the moment in which the page is loaded anew arrives once', async ({ person }) => {
    const { a, chatB } = await meet(person);
    const pressed = [
      [/paper plane/, 0],
      [/banana leaf/, 5],
      [/laughs till/, 20],
    ] as const;
    for (const [name, ms] of pressed) {
      const sticker = (await openPanel(a.page, 'Stickers')).getByRole('button', { name });
      await expect(sticker).toBeVisible();
      await pressAndReload(sticker, ms);
      await expect(stickersIn(chatB, name)).toHaveCount(1);
    }
    await expect(stickersIn(chatB, /Tika/)).toHaveCount(pressed.length);
  });

  test('written offline wait on screen, and arrive once', async ({ person }) => {
    const { a, chatA, chatB } = await meet(person);
    await workerRules(a);
    await a.network.cut();
    const panel = await openPanel(a.page, 'Stickers');
    await panel.getByRole('button', { name: /paper plane/ }).click();
    await panel.getByRole('button', { name: /banana leaf/ }).click();
    await expect(stickersIn(chatA, /paper plane/)).toBeVisible();
    // The second may be on its way into the database.
    await a.page.reload();
    for (const name of [/paper plane/, /banana leaf/]) await expect(stickersIn(chatA, name)).toHaveCount(1);
    await a.network.restore();
    await expect(stickersIn(chatB, /banana leaf/)).toHaveCount(1, { timeout: 45_000 });
    await expect(stickersIn(chatB, /paper plane/)).toHaveCount(1);
    await expect(stickersIn(chatA, /Tika/)).toHaveCount(2);
  });
});

test.describe('emoji', () => {
  test('come in at the caret, in the middle of a text, by search and keyboard; undo takes them back', async ({
    person,
  }) => {
    const { a, chatA, chatB } = await meet(person);
    await chatA.composer.click();
    await chatA.composer.fill('at noon, fine?');
    await chatA.composer.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(7, 7));
    const panel = await openPanel(a.page, 'Emoji');
    const search = panel.getByRole('searchbox', { name: 'Search emoji' });
    await expect(search).toBeFocused();
    await search.fill('bicycle');
    await expect(panel.getByRole('gridcell', { name: 'bicycle', exact: true })).toBeVisible();
    await search.press('ArrowDown');
    await search.press('Enter');
    await expect(chatA.composer).toHaveValue(/^at noon\p{RGI_Emoji}, fine\?$/v);
    await expect(search).toBeFocused();
    await search.fill('thumbs up');
    await panel.getByRole('radio', { name: 'Medium', exact: true }).click();
    const thumb = panel.getByRole('gridcell', { name: 'thumbs up', exact: true });
    await expect(thumb).toHaveText('👍🏽');
    await thumb.click();
    await expect(chatA.composer).toHaveValue(/^at noon\p{RGI_Emoji}👍🏽, fine\?$/v);
    await chatA.composer.focus();
    await a.page.keyboard.press('Control+z');
    await expect(chatA.composer).toHaveValue(/^at noon\p{RGI_Emoji}, fine\?$/v);
    await chatA.composer.press('Enter');
    await expect(chatB.feed.getByText(/^at noon.+, fine\?$/u)).toBeVisible();
    // The tone is remembered, on every device of the person.
    await a.page.reload();
    await openPanel(a.page, 'Emoji');
    await expect(panel.getByRole('radio', { name: 'Medium', exact: true })).toBeChecked();
    await expect(panel.getByRole('group', { name: 'Recently used' }).getByText('👍🏽')).toBeVisible();
  });

  test('come behind what an input method is composing, which stays', async ({ person }) => {
    const { a, chatA } = await meet(person);
    const session = await a.page.context().newCDPSession(a.page);
    await openPanel(a.page, 'Emoji');
    await expect(panelOf(a.page).getByRole('gridcell', { name: 'grinning face', exact: true })).toBeVisible();
    await chatA.composer.focus();
    await session.send('Input.imeSetComposition', { text: '한', selectionStart: 1, selectionEnd: 1 });
    await panelOf(a.page).getByRole('gridcell', { name: 'grinning face', exact: true }).click();
    await expect(chatA.composer).toHaveValue('한😀');
  });

  test('react: the quick ones first, all others behind the plus, in the language of the reader', async ({ person }) => {
    const { b, chatA, chatB } = await meet(person);
    await chatA.write('Shall we ride?');
    const message = chatB.message('Shall we ride?');
    await pressOver(message, 'React');
    await b.page.getByRole('button', { name: 'Another emoji' }).click();
    await b.page.getByRole('searchbox', { name: 'Search emoji' }).fill('bicycle');
    await b.page.getByRole('gridcell', { name: 'bicycle', exact: true }).click();
    await expect(chatA.message('Shall we ride?').getByRole('button', { name: /🚲 from 1 person/ })).toBeVisible();
    await expect(b.page.getByRole('searchbox', { name: 'Search emoji' })).toHaveCount(0);
  });
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true });

  test('the panel stands where the keyboard was', async ({ person }) => {
    const { a, b } = await meet(person);
    const phone = await person('phone', { as: a, viewport: { width: 360, height: 740 }, path: '/chats' });
    await phone.page
      .getByRole('link', { name: new RegExp(b.name) })
      .first()
      .click();
    const chat = new ChatPage(phone.page);
    await chat.composer.click();
    const panel = await openPanel(phone.page, 'Emoji');
    await expect(panel.getByText('Stickers', { exact: true })).toBeVisible();
    await panel.getByText('Stickers', { exact: true }).click();
    await expect(panel.getByRole('button', { name: /heart/ }).first()).toBeVisible();
    const box = await panel.boundingBox();
    expect(box?.width).toBe(360);
    expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBeLessThanOrEqual(740);
  });
});
