import type { Page } from '@playwright/test';
import { expect } from '../fixtures/test.ts';

/** What happens on a page, heard without touching it: to look into a page counts as a press of its person. */
export interface Listening {
  readonly popups: Page[];
  readonly dialogs: string[];
  readonly downloads: string[];
  /** everything that was written to the console */
  readonly lines: string[];
  /** what came of an attack, when it is over; undefined before */
  of(name: string): string | undefined;
  /** Waits for it, and answers it. */
  wait(name: string): Promise<string>;
}

export function listenTo(page: Page): Listening {
  const popups: Page[] = [];
  const dialogs: string[] = [];
  const downloads: string[] = [];
  const lines: string[] = [];
  page.on('popup', (popup) => popups.push(popup));
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type());
    dialog.accept().catch((error: unknown) => lines.push(String(error)));
  });
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  page.on('console', (message) => lines.push(message.text()));
  const of = (name: string) =>
    lines.findLast((line) => line.startsWith(`attack ${name} `))?.slice(`attack ${name} `.length);
  return {
    ...{ popups, dialogs, downloads, lines, of },
    async wait(name) {
      await expect.poll(() => of(name), { message: `the attack "${name}" ends` }).toBeDefined();
      return of(name) ?? '';
    },
  };
}
