import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures/test.ts';

/** The settings: the menu and the page beside it. */
export class SettingsPage {
  readonly page: Page;
  readonly #menu: Locator;

  constructor(page: Page) {
    this.page = page;
    this.#menu = page.getByRole('region', { name: 'Settings' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
    await expect(this.page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
  }

  /** Opens the page that says what this is; it shows this version number. */
  async expectVersion(number: string): Promise<void> {
    await this.open();
    await this.#menu.getByRole('link', { name: 'About' }).click();
    await expect(this.page.getByRole('heading', { name: 'About' }).first()).toBeVisible();
    await expect(this.page.getByText(number, { exact: true })).toBeVisible();
  }

  /** Opens the question before logging out and stays. The dialog's code is fetched only when it is wanted. */
  async thinkOfLeaving(): Promise<void> {
    await this.#menu.getByRole('button', { name: 'Log out' }).click();
    const dialog = this.page.getByRole('alertdialog', { name: 'Log out of this device?' });
    await dialog.getByRole('button', { name: 'Stay' }).click();
    await expect(dialog).toHaveCount(0);
  }
}
