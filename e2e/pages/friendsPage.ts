import type { Page } from '@playwright/test';
import { expect } from '../fixtures/test.ts';
import { ChatPage } from './chatPage.ts';

/** The friends screen: finding, adding, opening a chat. */
export class FriendsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Friends' }).click();
    await expect(this.page.getByRole('heading', { name: 'Friends', exact: true })).toBeVisible();
  }

  /** Finds a person by the exact ID and adds them; their profile opens. */
  async add(person: { handle: string; name: string }): Promise<void> {
    await this.open();
    await this.page.getByRole('button', { name: 'Add a friend' }).first().click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Their ID').fill(person.handle);
    await dialog.getByRole('button', { name: 'Find' }).click();
    await dialog.getByRole('button', { name: `Add ${person.name}` }).click();
    await expect(this.page.getByRole('heading', { name: person.name, level: 1 })).toBeVisible();
  }

  /** Opens the 1:1 chat from the friend's profile. */
  async chatWith(name: string): Promise<ChatPage> {
    await this.open();
    const friends = this.page.getByRole('list', { name: 'Friends' });
    await friends.getByRole('link', { name: new RegExp(`^${name}`) }).click();
    await this.page.getByRole('button', { name: `Message ${name}` }).click();
    const chat = new ChatPage(this.page);
    await expect(chat.composer).toBeVisible();
    return chat;
  }
}
