import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures/test.ts';
import { ChatPage } from './chatPage.ts';

/** The list of chats. */
export class ChatListPage {
  readonly page: Page;
  readonly heading: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { name: 'Chats', exact: true });
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('link', { name: /^Chats/ })
      .first()
      .click();
  }

  row(title: string): Locator {
    return this.page
      .getByRole('navigation', { name: 'Chats' })
      .getByRole('link', { name: new RegExp(`^${title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`) });
  }

  async openChat(title: string): Promise<ChatPage> {
    await this.row(title).click();
    const chat = new ChatPage(this.page);
    await expect(chat.feed).toBeVisible();
    return chat;
  }
}
