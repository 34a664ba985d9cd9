import type { MediaId } from '#protocol/entities/media.ts';
import { answerRange } from './answerRange.ts';
import { safeHeaders } from './safeHeaders.ts';

const cacheName = 'kabar-media';
/** An empty entry for each kept file, put again when the file is used: their order is the order of use, their names tell the sizes. Putting the files themselves again would copy them. */
const useName = 'kabar-media-use';
/** How much the person lets stay, in an entry of its own: the service worker reads no other settings. */
const budgetName = 'kabar-media-budget';
const budgetKey = '/media-budget';
/** Bytes of all files that stay while nobody has said otherwise, unless the browser allows much less. */
const usualBytes = 500 * 1_024 * 1_024;
/** Share of what the browser allows. */
const quotaShare = 0.3;

/** Sizes in which parts of messages are fetched: pictures with a longest side of so many px, and the whole file. */
export const mediaSizes = ['320', '1280', 'o'] as const;
export type MediaSize = (typeof mediaSizes)[number];

/**
 * Pictures, videos and files of messages on this device: what was seen, and what was sent from here. Kept by name and size, not by address: addresses change every
 * day and are each person's own. The least recently used go when the budget is spent.
 */
export const mediaCache = { handles, respond, seed, measure, forget, drop, readBudget, setBudget };

/** Which of them were noted as used since this worker runs; more often would only cost. */
const touched = new Set<string>();

/** Whether an address is one of a message's files; faces and icons have caches of their own. */
function handles(url: URL): boolean {
  return (mediaSizes as readonly string[]).includes(url.searchParams.get('s') ?? '');
}

const keyOf = (id: string, size: string): string => `/media/${id}?s=${size}`;

/**
 * Answers a request for a file: from the device, else from the network, and then it stays. A bare name without a seal is answered from the device only, and 404
 * otherwise. Parts of a file (videos ask for them) are cut from the kept one; from the network they are passed on and not kept.
 */
async function respond(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const id = url.pathname.slice('/media/'.length);
  const size = url.searchParams.get('s') ?? 'o';
  const range = request.headers.get('range');
  const known = await find(id, size);
  if (known) return range === null ? known : answerRange(known, range);
  if (!url.searchParams.has('k')) return new Response(null, { status: 404 });
  const response = await fetch(request);
  if (response.status === 200 && range === null) await keep(keyOf(id, size), response.clone());
  return response;
}

/** A picture that was sent from here is kept whole, and stands for its smaller sizes. */
async function find(id: string, size: string): Promise<Response | undefined> {
  const cache = await caches.open(cacheName);
  for (const key of size === 'o' ? [keyOf(id, 'o')] : [keyOf(id, size), keyOf(id, 'o')]) {
    const found = await cache.match(key);
    if (found && (key === keyOf(id, size) || found.headers.get('content-type')?.startsWith('image/') === true)) {
      await touch(key, sizeOf(found));
      return found;
    }
  }
  return undefined;
}

/** Puts a file of this device where the network's would be, under the name that it is asked by. Never rejects. */
async function seed(id: MediaId, blob: Blob, name?: string): Promise<void> {
  // Pages of an insecure address have none.
  if (!('caches' in globalThis)) return;
  await keep(keyOf(id, 'o'), new Response(blob, { headers: safeHeaders(blob, name) }));
}

async function keep(key: string, response: Response): Promise<void> {
  try {
    const bytes = sizeOf(response);
    const budget = await budgetNow();
    // Some answers do not tell their size.
    if (budget === 0 || bytes > budget) return;
    await makeRoom(budget - bytes);
    try {
      await (await caches.open(cacheName)).put(key, response.clone());
    } catch {
      // The device has less room than it says: half of it comes free, once.
      await makeRoom(budget / 2);
      await (await caches.open(cacheName)).put(key, response);
    }
    touched.delete(key);
    await touch(key, bytes);
  } catch (error) {
    // A device without room shows the file all the same.
    console.warn('media.notKept', String(error));
  }
}

async function budgetNow(): Promise<number> {
  const estimate: StorageEstimate = await navigator.storage?.estimate?.().catch(() => ({}));
  return Math.min(await readBudget(), (estimate?.quota ?? Number.POSITIVE_INFINITY) * quotaShare);
}

/** Bytes that may stay as the person wants it; 0: none. */
async function readBudget(): Promise<number> {
  if (!('caches' in globalThis)) return 0;
  const kept = await (await caches.open(budgetName)).match(budgetKey);
  const bytes = Number((await kept?.text()) ?? usualBytes);
  return Number.isFinite(bytes) && bytes >= 0 ? bytes : usualBytes;
}

/** Sets it; what is too much goes at once. What waits to be sent is not here, and stays. */
async function setBudget(bytes: number): Promise<void> {
  if (!('caches' in globalThis)) return;
  await (await caches.open(budgetName)).put(budgetKey, new Response(String(bytes)));
  if (bytes === 0) await forget();
  else await makeRoom(bytes);
}

const sizeOf = (response: Response): number => Number(response.headers.get('content-length') ?? 0);

async function touch(key: string, bytes: number): Promise<void> {
  if (touched.has(key)) return;
  touched.add(key);
  const uses = await caches.open(useName);
  await uses.put(`${key}&bytes=${bytes}`, new Response(null));
}

/** What is kept, the least recently used first. */
async function listUses(): Promise<{ use: Request; key: string; bytes: number }[]> {
  return (await (await caches.open(useName)).keys()).map((use) => {
    const url = new URL(use.url);
    return {
      use,
      key: `${url.pathname}?s=${url.searchParams.get('s') ?? 'o'}`,
      bytes: Number(url.searchParams.get('bytes')),
    };
  });
}

/** Lets the least recently used go until at most so many bytes are left. */
async function makeRoom(bytesLeft: number): Promise<void> {
  const kept = await listUses();
  let total = kept.reduce((sum, { bytes }) => sum + bytes, 0);
  const [cache, uses] = await Promise.all([caches.open(cacheName), caches.open(useName)]);
  for (const { use, key, bytes } of kept) {
    if (total <= bytesLeft) return;
    await Promise.all([cache.delete(key), uses.delete(use)]);
    touched.delete(key);
    total -= bytes;
  }
}

/** How much is kept. */
async function measure(): Promise<{ files: number; bytes: number }> {
  if (!('caches' in globalThis)) return { files: 0, bytes: 0 };
  const kept = await listUses();
  return { files: kept.length, bytes: kept.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** Takes all of it from this device. */
async function forget(): Promise<void> {
  if (!('caches' in globalThis)) return;
  touched.clear();
  await Promise.all([caches.delete(cacheName), caches.delete(useName)]);
}

/** Takes these files from this device, in every size. */
async function drop(ids: ReadonlySet<string>): Promise<void> {
  if (ids.size === 0 || !('caches' in globalThis)) return;
  const [cache, uses] = await Promise.all([caches.open(cacheName), caches.open(useName)]);
  const kept = (await listUses()).filter(({ use }) => ids.has(new URL(use.url).pathname.slice('/media/'.length)));
  await Promise.all(kept.flatMap(({ use, key }) => [cache.delete(key), uses.delete(use)]));
  for (const { key } of kept) touched.delete(key);
}
