import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures/test.ts';

/** One open chat: its messages, its composer, what can be done with a message. Everything by role and label. */
export class ChatPage {
  readonly page: Page;
  readonly feed: Locator;
  readonly composer: Locator;

  constructor(page: Page) {
    this.page = page;
    this.feed = page.getByRole('feed');
    this.composer = page.getByRole('textbox', { name: /^Message / });
  }

  /** The message with exactly this text, own or not, found by its composed label ("Ana: text, 18:08, Read"). */
  message(text: string): Locator {
    const exact = text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    return this.feed.getByRole('article', { name: new RegExp(`: ${exact}, `) });
  }

  /** Texts of all messages on screen, top to bottom, that match. */
  async texts(pattern: RegExp): Promise<string[]> {
    return this.feed.getByText(pattern).allTextContents();
  }

  async write(text: string): Promise<void> {
    await this.composer.click();
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await expect(this.composer).toHaveValue('');
  }

  async expectMessage(text: string): Promise<void> {
    await expect(this.message(text)).toHaveCount(1);
    await expect(this.message(text)).toBeVisible();
  }

  /** Opens the actions of a message by its toolbar and presses one. */
  async act(text: string, action: string | RegExp): Promise<void> {
    await pressOver(this.message(text), 'More actions');
    await this.page
      .getByRole('menuitem', { name: action })
      .or(this.page.getByRole('dialog').getByRole('button', { name: action }))
      .first()
      .click();
  }

  async edit(text: string, next: string): Promise<void> {
    await this.act(text, 'Edit');
    await expect(this.composer).toHaveValue(text);
    await this.write(next);
  }

  async unsend(text: string): Promise<void> {
    await this.act(text, 'Unsend');
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Unsend' }).click();
  }

  async react(text: string, emoji: string): Promise<void> {
    await pressOver(this.message(text), 'React');
    await this.page.getByRole('button', { name: emoji, exact: true }).click();
  }
}

/** Presses a button that is there while the pointer is over its line. What comes in meanwhile moves the line away: a person follows it. */
export async function pressOver(line: Locator, name: string): Promise<void> {
  const button = line.getByRole('button', { name, exact: true });
  await expect(async () => {
    await line.hover({ timeout: 10_000 });
    await expect(button).toBeVisible({ timeout: 1_000 });
    // Long enough for any machine: a press that was given up may have been one all the same.
    await button.click({ timeout: 20_000 });
  }).toPass();
}
