import { consoleLog } from '../browser/consoleLog.ts';
import { rememberBuild, unusedFiles, type Build } from './assetBuilds.ts';

const cacheName = 'kabar-assets';
/** Where the list of builds lies inside the cache; no file of the app has such a path. */
const listKey = '/__kabar/builds';
/** Builds whose files stay: tabs of the current version and of the two before it may be open. */
const keptBuilds = 3;

/** The app's hashed files on the device. Another cache than the shell's, because that one forgets everything that is not in the newest build. */
export const assetCache = { install, prune, respond };

/** Fetches the files of a new build that are not there yet. Fails as a whole when one of them cannot be had: then the old version stays. */
async function install(files: Build): Promise<void> {
  const cache = await caches.open(cacheName);
  const missing = await Promise.all(files.map(async (file) => ((await cache.match(file)) ? [] : [file])));
  await cache.addAll(missing.flat());
  await writeBuilds(cache, rememberBuild(await readBuilds(cache), files, keptBuilds));
}

/** Deletes files of builds that nobody runs any more. */
async function prune(): Promise<void> {
  const cache = await caches.open(cacheName);
  const builds = await readBuilds(cache);
  const cached = (await cache.keys()).map((request) => new URL(request.url).pathname);
  await Promise.all(unusedFiles(cached, [...builds, [listKey]]).map((url) => cache.delete(url)));
}

/**
 * Answers a request for a hashed file: from the device, else from the network, and then it stays. The page does not wait until it is kept, and goes on without: a device may be slow, or have no room.
 * `staysAwake`: the worker has to live until this is done.
 */
async function respond(request: Request, staysAwake: (work: Promise<void>) => void): Promise<Response> {
  const known = await find(request);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) staysAwake(keep(request, response.clone()));
  return response;
}

async function find(request: Request): Promise<Response | undefined> {
  try {
    return await (await caches.open(cacheName)).match(request);
  } catch (error) {
    consoleLog.warn('asset.notRead', { error: String(error) });
    return undefined;
  }
}

async function keep(request: Request, response: Response): Promise<void> {
  try {
    await (await caches.open(cacheName)).put(request, response);
  } catch (error) {
    consoleLog.warn('asset.notKept', { error: String(error) });
  }
}

async function readBuilds(cache: Cache): Promise<Build[]> {
  const stored = await cache.match(listKey);
  return stored ? ((await stored.json()) as Build[]) : [];
}

async function writeBuilds(cache: Cache, builds: readonly Build[]): Promise<void> {
  await cache.put(listKey, Response.json(builds));
}
