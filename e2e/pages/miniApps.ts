import type { Frame, Locator, Page } from '@playwright/test';
import { pageOf } from '../fixtures/miniApps.ts';
import { expect } from '../fixtures/test.ts';

/** A page that speaks the official script's words and shows who it was opened by. */
export const scriptedPage = (text: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><script src="https://telegram.org/js/telegram-web-app.js"></script></head><body><h1>${text}</h1><input aria-label="Notes"><script>globalThis.app = Telegram.WebApp; app.ready()</script></body></html>`;

/** What a page was told when it began. */
export interface Told {
  user: { id: number; first_name: string; photo_url?: string };
  start_param?: string;
  chat_instance?: string;
}

/** The page of all mini-apps, and those that are open. */
export class MiniAppsPage {
  readonly page: Page;
  readonly search: Locator;
  readonly rail: Locator;

  constructor(page: Page) {
    this.page = page;
    // It stands in the head, or on phones above the lists.
    this.search = page.getByRole('searchbox', { name: 'Search mini-apps' }).filter({ visible: true });
    this.rail = page.getByRole('navigation', { name: 'Main' });
  }

  async open(): Promise<void> {
    await this.rail.getByRole('link', { name: 'Mini-apps' }).click();
    await expect(this.page.getByRole('heading', { name: 'Mini-apps', level: 1 })).toBeVisible();
  }

  /** A row of the page, by its heading. */
  list(name: 'Recent' | 'Favourites' | 'All mini-apps'): Locator {
    return this.page.getByRole('list', { name, exact: true });
  }

  async start(name: string): Promise<void> {
    await this.list('All mini-apps').getByRole('link', { name, exact: true }).click();
    await expect(this.window(name)).toBeVisible();
  }

  /** The open app. */
  window(name: string): Locator {
    return this.page.getByRole('region', { name: `${name}, mini-app` });
  }

  bubble(name: string): Locator {
    return this.page.getByRole('button', { name: `${name}, minimised. Open it.` });
  }

  async minimise(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Minimise ${name}` }).click();
    await expect(this.bubble(name)).toBeVisible();
  }

  async close(name: string): Promise<void> {
    await this.page
      .getByRole('button', { name: `Close ${name}` })
      .first()
      .click();
    await expect(this.window(name)).toHaveCount(0);
  }

  /** Answers the question that lies over the app. */
  async answer(name: string, button: string): Promise<void> {
    await this.window(name).getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
  }

  /** What the app's page was told; waits until it runs. */
  async told(id: string): Promise<Told> {
    const frame = await pageOf(this.page, id);
    return frame.evaluate('Telegram.WebApp.initDataUnsafe');
  }

  frame(id: string): Promise<Frame> {
    return pageOf(this.page, id);
  }
}
