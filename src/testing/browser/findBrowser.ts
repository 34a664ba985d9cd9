import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import type * as Playwright from 'playwright';

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const systemPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Path of a Chromium that is already on this machine, or nothing. It looks and never installs, so configuration
 * files may call it: first CHROMIUM_PATH, then Playwright's own download, then the system's.
 * A CHROMIUM_PATH that leads nowhere throws, because silently testing another browser would mislead.
 */
export function findBrowser(): string | undefined {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`CHROMIUM_PATH is ${wanted}, and there is no such file`);
    return wanted;
  }
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => systemNames.map((name) => join(folder, name)));
  return [playwrightPath(), ...onPath, ...systemPlaces].find((path) => path !== '' && existsSync(path));
}

/** Where Playwright's own download is or would be. Loaded late: a production build has no Playwright. */
function playwrightPath(): string {
  const require = createRequire(import.meta.url);
  const { chromium } = require('playwright') as typeof Playwright;
  return chromium.executablePath();
}
