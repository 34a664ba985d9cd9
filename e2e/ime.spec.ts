import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { meet } from './fixtures/meet.ts';

/** Types through an input method, as the browser sees it: a composition that changes and then is committed. */
class InputMethod {
  #session: CDPSession;
  #page: Page;

  constructor(session: CDPSession, page: Page) {
    this.#session = session;
    this.#page = page;
  }

  static async on(page: Page): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page), page);
  }

  async compose(text: string): Promise<void> {
    await this.#session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }

  async commit(text: string): Promise<void> {
    await this.#session.send('Input.insertText', { text });
  }

  /** The Enter that an input method swallows: keyCode 229, while the composition is still open. */
  async enterInside(): Promise<void> {
    await this.#session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
      nativeVirtualKeyCode: 229,
    });
    await this.#session.send('Input.dispatchKeyEvent', {
      type: 'keyUp',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 13,
    });
  }

  async enter(): Promise<void> {
    await this.#page.keyboard.press('Enter');
  }
}

test.describe('input methods', () => {
  test('Korean: syllables grow in place, Enter commits, the next Enter sends once', async ({ person }) => {
    const { a, chatA, chatB } = await meet(person);
    const ime = await InputMethod.on(a.page);
    await chatA.composer.focus();
    for (const step of ['ㅎ', '하', '한']) await ime.compose(step);
    await ime.commit('한');
    for (const step of ['ㄱ', '그', '글']) await ime.compose(step);
    await expect(chatA.composer).toHaveValue('한글');
    await ime.enterInside();
    await expect(chatA.composer).toHaveValue('한글');
    await ime.commit('글');
    await expect(chatA.composer).toHaveValue('한글');
    await ime.enter();
    await expect(chatA.composer).toHaveValue('');
    await chatB.expectMessage('한글');
    await expect(chatA.message('한글')).toHaveCount(1);
    await expect(chatB.feed.getByText('글', { exact: true })).toHaveCount(0);
  });

  test('Japanese: Enter chooses the conversion and does not send', async ({ person }) => {
    const { a, chatA, chatB } = await meet(person);
    const ime = await InputMethod.on(a.page);
    await chatA.composer.focus();
    for (const step of ['k', 'か', 'かn', 'かん', 'かんじ', '漢字']) await ime.compose(step);
    await ime.enterInside();
    await expect(chatA.composer).toHaveValue('漢字');
    await ime.commit('漢字');
    await chatA.composer.pressSequentially('です');
    await ime.enter();
    await chatB.expectMessage('漢字です');
    await expect(chatB.feed.getByText('漢字', { exact: true })).toHaveCount(0);
  });

  test('Chinese: a composition survives messages that arrive meanwhile', async ({ person }) => {
    const { a, chatA, chatB } = await meet(person);
    const ime = await InputMethod.on(a.page);
    await chatA.composer.focus();
    await ime.compose('ㄋㄧ');
    await chatB.write('are you there?');
    await chatA.expectMessage('are you there?');
    await expect(chatA.composer).toHaveValue('ㄋㄧ');
    await ime.compose('你');
    await ime.enterInside();
    await ime.commit('你');
    for (const step of ['ㄏ', 'ㄏㄠ', '好']) await ime.compose(step);
    await ime.commit('好');
    await ime.enter();
    await chatB.expectMessage('你好');
    await expect(chatA.composer).toHaveValue('');
  });
});
