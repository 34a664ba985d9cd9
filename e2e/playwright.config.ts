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
  // In a pipeline, on a machine that others use at the same time, a failed journey gets a second try; the end of the run names it.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  // Wide on purpose: a machine that does other things too makes a journey slow, not wrong.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [['line'], ['json', { outputFile: `${results}/e2e.json` }]],
  use: {
    // The film of every step costs a third of the time of the journeys, and its snapshots a tenth: in a pipeline only a second try has them.
    trace: {
      mode: process.env['CI'] ? 'on-first-retry' : 'retain-on-failure',
      screenshots: false,
      snapshots: true,
      sources: true,
    },
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: browserFlags() },
  },
});
