import type { PageWindow } from '../wire/openLine.ts';

/** Sets `--tg-<name>` for the whole page. */
export function setCssValue(page: PageWindow, name: string, value: string): void {
  page.document.documentElement.style.setProperty(`--tg-${name}`, value);
}
