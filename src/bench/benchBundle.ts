import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext } from 'playwright';
import { ensureClient } from '#server/ensureClient.ts';
import { openBrowser, openProfile } from './browser/openBrowser.ts';
import { timePaint } from './browser/timePaint.ts';
import { runBench } from './shared/runBench.ts';
import { seedWorld } from './shared/seedWorld.ts';
import { startKabar } from './shared/startKabar.ts';
import { weighModules } from './shared/weighModules.ts';

/*
 * How much code must travel before a chat is on screen? Two visits of `/chats/:id` in a real browser without a service worker: the first one, where the
 * device has nothing but the cookie and everything comes from the network, and a later one, where the messages come from the device. All scripts that the
 * page asked for before the frame with the messages count with their gzip size, as files of the build. What runs beside the page, in workers, is reported
 * beside the sum, and so are the heaviest of what the scripts are made of.
 */
const limitKiloBytes = 220;
const root = join(import.meta.dirname, '../..');
const gzipKiloBytes = (path: string): number =>
  Number((gzipSync(readFileSync(path), { level: 9 }).length / 1_000).toFixed(1));

interface Visit {
  scripts: Record<string, number>;
  total: number;
}

async function visit(context: BrowserContext, address: string, folder: string): Promise<Visit> {
  const page = await context.newPage();
  const workers = new Set<string>();
  page.on('worker', (worker) => workers.add(worker.url()));
  const paintedAt = await timePaint(page, address, { selector: '[role="feed"] article', count: 8 });
  const urls = await page.evaluate(
    (until) =>
      performance.getEntriesByType('resource').flatMap((entry) => (entry.startTime <= until ? [entry.name] : [])),
    paintedAt,
  );
  await page.close();
  const scripts = [...new Set(urls)].filter((url) => /\.m?js$/.test(new URL(url).pathname) && !workers.has(url));
  const sizes = scripts.map((url): [string, number] => {
    const { pathname } = new URL(url);
    return [basename(pathname), gzipKiloBytes(join(folder, pathname))];
  });
  sizes.sort((one, other) => other[1] - one[1]);
  return {
    scripts: Object.fromEntries(sizes),
    total: Number(sizes.reduce((sum, [, size]) => sum + size, 0).toFixed(1)),
  };
}

/** Sizes of what is loaded beside the page. */
function workerSizes(folder: string): Record<string, number> {
  const workers = ['sw.js', ...globSync('assets/*orker*.js', { cwd: folder })];
  return Object.fromEntries(workers.map((name) => [basename(name), gzipKiloBytes(join(folder, name))]));
}

await runBench('bundle', async (scope) => {
  const folder = await ensureClient(root, scope.say);
  const dataDir = await scope.folder();
  const rooms = [
    { members: [0, 1], messages: 60 },
    { members: [0, 1, 2, 3], messages: 60 },
  ];
  const world = await seedWorld(join(dataDir, 'kabar.db'), { people: 4, rooms });
  const kabar = await startKabar(scope, dataDir);
  const browser = await openBrowser(scope);
  const [person] = world.people;
  if (!person) throw new Error('the world has people');
  const context = await openProfile(browser, kabar.url, person, { serviceWorkers: 'block' });
  const strangers = new Set<string>();
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== kabar.url) strangers.add(origin);
  });
  const address = `${kabar.url}/chats/${world.chats[0]}`;
  const first = await visit(context, address, folder);
  const later = await visit(context, address, folder);
  await context.close();
  for (const [name, { scripts, total }] of Object.entries({ first, later }))
    scope.say(`${name} visit: ${total} KB of ${Object.keys(scripts).length} scripts: ${JSON.stringify(scripts)}`);
  if (strangers.size > 0) scope.say(`strangers: ${[...strangers].join(', ')}`);
  const bar = (name: string, value: number) => ({ name, value, limit: limitKiloBytes, unit: 'KB gzip' });
  return {
    bars: [
      bar('scripts before the chat is painted, from the device', later.total),
      bar('scripts before the chat is painted, first visit', first.total),
      { name: 'third parties that were asked', value: strangers.size, limit: 0, unit: 'origins' },
    ],
    detail: {
      ...{ firstVisit: first.scripts, laterVisit: later.scripts, workers: workerSizes(folder) },
      heaviest: await weighModules(root),
    },
  };
});
