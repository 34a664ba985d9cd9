import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright';
import { browserFlags } from '#testing/browser/browserFlags.ts';
import { findBrowser } from '#testing/browser/findBrowser.ts';
import { installBrowser } from '#testing/browser/installBrowser.ts';
import { benchPassword, type SeededPerson } from '#bench/shared/seedWorld.ts';
import type { BenchScope } from '#bench/shared/runBench.ts';

/** A desktop window; language and time zone do not depend on the machine. */
const windowOptions: BrowserContextOptions = {
  locale: 'en-GB',
  timezoneId: 'UTC',
  viewport: { width: 1_200, height: 800 },
};

function launchOptions(): { executablePath: string; args: string[] } {
  const executablePath = findBrowser() ?? installBrowser();
  if (!executablePath) throw new Error('No Chromium was found; see src/testing/browser/ensureBrowser.ts');
  return { executablePath, args: browserFlags() };
}

/** Starts a Chromium that ends with the benchmark. Throws when none is there and none can be installed. */
export async function openBrowser(scope: BenchScope): Promise<Browser> {
  const browser = await chromium.launch(launchOptions());
  scope.defer(() => browser.close());
  return browser;
}

/** A fresh profile in memory in which a person of the seeded world has the cookie of a session; no page has been opened in it. */
export async function openProfile(
  browser: Browser,
  url: string,
  person: SeededPerson,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ ...windowOptions, ...options });
  await logIn(context, url, person);
  return context;
}

/** The same with a profile on disk, as people have one: IndexedDB and caches in memory would be faster than theirs. A browser of its own. */
export async function openDiskProfile(
  scope: BenchScope,
  url: string,
  person: SeededPerson,
  folder?: string,
): Promise<BrowserContext> {
  const context = await reopenDiskProfile(scope, folder ?? (await scope.folder()));
  await logIn(context, url, person);
  return context;
}

/** A browser on a profile that is there already, with everything that was stored in it. */
export async function reopenDiskProfile(scope: BenchScope, folder: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(folder, { ...launchOptions(), ...windowOptions });
  scope.defer(() => context.close());
  return context;
}

async function logIn(context: BrowserContext, url: string, person: SeededPerson): Promise<void> {
  const answer = await context.request.post(`${url}/api/session/login`, {
    headers: { origin: url },
    data: { handle: person.handle, password: benchPassword },
  });
  if (!answer.ok()) throw new Error(`log-in: ${answer.status()} ${await answer.text()}`);
}
