import type { Locator, Page } from '@playwright/test';

/** The strip that says that a newer version of the app is ready. */
export class UpdateNote {
  readonly strip: Locator;

  constructor(page: Page) {
    this.strip = page.getByRole('status').filter({ hasText: 'A new version is ready' });
  }

  /** Agrees: the page is loaded again. */
  async agree(): Promise<void> {
    await this.strip.getByRole('button', { name: 'Reload' }).click();
  }
}
