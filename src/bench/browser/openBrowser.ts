import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright';
import { browserFlags } from '#testing/browser/browserFlags.ts';
import { findBrowser } from '#testing/browser/findBrowser.ts';
import { installBrowser } from '#testing/browser/installBrowser.ts';
import { benchPassword, type SeededPerson } from '#bench/shared/seedWorld.ts';
import type { BenchScope } from '#bench/shared/runBench.ts';

/** A desktop window. */
export const windowSize = { width: 1_200, height: 800 };

/** Starts a Chromium that ends with the benchmark. Throws when none is there and none can be installed. */
export async function openBrowser(scope: BenchScope): Promise<Browser> {
  const executablePath = findBrowser() ?? installBrowser();
  if (!executablePath) throw new Error('No Chromium was found; see src/testing/browser/ensureBrowser.ts');
  const browser = await chromium.launch({ executablePath, args: browserFlags() });
  scope.defer(() => browser.close());
  return browser;
}

/** A fresh profile in which a person of the seeded world has the cookie of a session; no page has been opened in it. */
export async function openProfile(
  browser: Browser,
  url: string,
  person: SeededPerson,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', viewport: windowSize, ...options });
  const answer = await context.request.post(`${url}/api/session/login`, {
    headers: { origin: url },
    data: { handle: person.handle, password: benchPassword },
  });
  if (!answer.ok()) throw new Error(`log-in: ${answer.status()} ${await answer.text()}`);
  return context;
}
