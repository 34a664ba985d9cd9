import { defineConfig } from '@playwright/test';
import { browserFlags } from '#testing/browser/browserFlags.ts';
import { findBrowser } from '#testing/browser/findBrowser.ts';

const executablePath = findBrowser();
const results = '../test-results';

/**
 * User journeys against the production build. Every worker starts its own server through the fixtures, so the
 * files run side by side and none of them sees another's people.
 */
export default defineConfig({
  testDir: '.',
  outputDir: `${results}/e2e`,
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json', { outputFile: `${results}/e2e.json` }]],
  use: {
    // The film of every step costs a third of the time of the journeys; the snapshots of the page say as much.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: browserFlags() },
  },
});
