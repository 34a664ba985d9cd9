import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type PluginOption, type Rolldown, type UserConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { clientBuilds } from '#server/clientBuilds.ts';

/** Builds whose files stay on disk and in the browser: the current one and two that open tabs may still run. */
const keptBuilds = 3;

/**
 * What every start needs, in two files: each file costs a turn through the service worker. The reads of the device begin in the smaller one, which runs
 * before the other.
 */
const chunkGroups: Rolldown.CodeSplittingGroup[] = [
  { name: 'first', test: /\/firstReads\.ts$/, priority: 2 },
  { name: 'app', tags: ['$initial'], priority: 1 },
  // A file per icon would be sixty files of 300 bytes, each one more turn, and each one more name in the first load.
  { name: 'icons', test: /\/lucide-react\// },
];

export default defineConfig(async () => {
  const isTest = Boolean(process.env['VITEST']);
  // Tests and previews have no service worker: it would answer for files that they just changed.
  const isApp = !isTest && !process.env['STORYBOOK'];
  const config: UserConfig = {
    plugins: [react(), tailwindcss(), ...(isApp ? appPlugins() : [])],
    // Only the newest browsers' baseline; the app needs Web Locks and module workers anyway.
    build: {
      outDir: 'dist/client',
      emptyOutDir: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      // A browser that does not know the hint fetches the file a little later.
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
    },
    // One file: what the engine splits off for the page's sake would only be one more turn before it runs.
    worker: { format: 'es', rolldownOptions: { output: { codeSplitting: false } } },
    // The test runner reads its part from the same file. Its packages are not installed in production.
    ...(isTest ? { test: await testBlock() } : {}),
  };
  return config;
});

/** What makes the app installable and readable offline. */
function appPlugins(): PluginOption[] {
  const builds = clientBuilds(keptBuilds);
  return [
    builds.plugin,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/client',
      filename: 'sw.ts',
      // The app registers the worker itself, when the first screen stands; an inline script would break the CSP.
      injectRegister: false,
      // The icons are already in the list as files of public/.
      includeManifestIcons: false,
      injectManifest: {
        // One list for the worker: the shell, which it precaches, and this build's `assets/`, which go into its own cache.
        globPatterns: ['index.html', '*.{svg,png}', 'assets/**/*'],
        // `assets/` also holds earlier builds. Those are on nobody's list any more.
        manifestTransforms: [
          (entries) => ({
            manifest: entries.filter(({ url }) => !url.startsWith('assets/') || builds.isCurrent(url)),
            warnings: [],
          }),
        ],
      },
      manifest: {
        name: 'Kabar',
        short_name: 'Kabar',
        description: 'A messenger that keeps working when the network or the server does not',
        id: '/',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#fcfaf7',
        theme_color: '#fcfaf7',
        icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
    }),
  ];
}

/** Dependencies that the browser projects bundle before they start. */
const optimizeDeps = {
  // Whatever is found only in the middle of a run reloads the page under the test that found it.
  include: [
    'react',
    'react-dom',
    'react-dom/client',
    'react/jsx-runtime',
    'react/jsx-dev-runtime',
    'react-aria-components',
    'axe-core',
    'frimousse',
    'lucide-react',
    'i18next',
    'react-i18next',
    'thumbhash',
    'tus-js-client',
    'virtua',
    'wouter',
    'wouter/memory-location',
    'zustand',
    'zustand/vanilla',
    'zod/mini',
  ],
};

/** A page shares its machine with everything else: only what hangs meets the limit, and in a pipeline a test that failed gets a second try, which the end of the run names. */
const patient = { testTimeout: 120_000, hookTimeout: 120_000, retry: process.env['CI'] ? 1 : 0 };

/** The kinds of Vitest projects: Node, Chromium, and all stories. */
async function testBlock() {
  const [{ playwright }, { findBrowser }, { browserFlags }, { LongFirst }] = await Promise.all([
    import('@vitest/browser-playwright'),
    import('#testing/browser/findBrowser.ts'),
    import('#testing/browser/browserFlags.ts'),
    import('#testing/runner/longFirst.ts'),
  ]);
  const executablePath = findBrowser();
  // A fresh object per project: Vitest refuses a shared one as "already defined".
  const browser = () => ({
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions: { ...(executablePath ? { executablePath } : {}), args: browserFlags() } }),
    instances: [{ browser: 'chromium' as const }],
  });
  const stories = async () => {
    const { storybookTest } = await import('@storybook/addon-vitest/vitest-plugin');
    const plugins = [await storybookTest({ configDir: '.storybook' })];
    // One page for all files: a new one for each takes a quarter of the time. Stories bring their own stores, so nothing is left over for the next.
    const test = { name: 'stories', browser: browser(), isolate: false, ...patient };
    return { extends: true as const, optimizeDeps, plugins, test };
  };
  const bug = process.env['SEEDED_BUG'];
  const seeded = bug ? [(await import('#testing/seededBugs/seededBugPlugin.ts')).seededBugPlugin(bug)] : [];
  const report = process.env['TEST_REPORT'];
  // Without what plugins add to each test: Storybook's results of every accessibility rule for thousands of stories are longer than a string may be.
  const json: ['json', object] = ['json', { outputFile: report, filterMeta: () => false }];
  return {
    ...(report ? { reporters: ['default', json] } : {}),
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true as const,
        plugins: seeded,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['**/*.browser.test.*'],
          // Long enough for any machine: a test that hangs fails, a slow one does not.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // What is kept between runs does not know which bug was in it.
          fsModuleCache: bug === undefined,
        },
      },
      {
        extends: true as const,
        optimizeDeps,
        test: { name: 'browser', include: ['src/**/*.browser.test.{ts,tsx}'], browser: browser(), ...patient },
      },
      ...(wantsStories() ? [await stories()] : []),
    ],
  };
}

/** Whether this run may include stories: loading Storybook takes seconds, which a run of one Node test should not pay. */
function wantsStories(): boolean {
  const names = process.argv.filter((_, index, args) => args[index - 1] === '--project');
  return names.length === 0 || names.includes('stories');
}
