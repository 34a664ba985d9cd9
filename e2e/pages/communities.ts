import type { Person } from '../fixtures/test.ts';
import { expect } from '../fixtures/test.ts';
import { ChatPage } from './chatPage.ts';

/** A community as one person has it on screen. */
export interface Joined {
  chat: ChatPage;
  /** its id, for addresses */
  c: string;
}

/** Founds a community that anybody may join, under a name of the person's own there. */
export async function foundCommunity({ page, url }: Person, title: string, name: string): Promise<Joined> {
  await page.goto(`${url}/discover/new`);
  const form = page.getByRole('dialog');
  await form.getByLabel('Name of the community').fill(title);
  await form.getByLabel('Your name here').fill(name);
  await form.getByRole('button', { name: 'Found it' }).click();
  return shown(page);
}

/** Comes into it from its page in Discover. */
export async function joinCommunity({ page, url }: Person, c: string, name: string): Promise<Joined> {
  await page.goto(`${url}/discover/${c}`);
  await page.getByRole('button', { name: 'Join' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Your name here').fill(name);
  await form.getByRole('button', { name: 'Join' }).click();
  return shown(page);
}

async function shown(page: Person['page']): Promise<Joined> {
  const chat = new ChatPage(page);
  await expect(chat.feed).toBeVisible();
  return { chat, c: /\/chats\/(\d+)/.exec(page.url())?.[1] ?? '' };
}
