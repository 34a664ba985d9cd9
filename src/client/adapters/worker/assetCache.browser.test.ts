import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { assetCache } from './assetCache.ts';

const url = '/assets/part-1a2b.js';
const waiting: Promise<void>[] = [];
const ask = async (): Promise<string> => {
  const response = await assetCache.respond(new Request(url), (work) => void waiting.push(work));
  return response.text();
};
const network = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.stubGlobal(
    'fetch',
    network.mockReset().mockImplementation(async () => new Response('from the network')),
  );
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await Promise.all(waiting.splice(0));
  for (const name of await caches.keys()) await caches.delete(name);
});

it('answers from the network once, then from the device', async () => {
  expect(await ask()).toBe('from the network');
  await Promise.all(waiting);
  network.mockRejectedValue(new TypeError('offline'));
  expect(await ask()).toBe('from the network');
});

it('lets nobody wait until the file is kept', async () => {
  const kept = Promise.withResolvers<void>();
  vi.spyOn(Cache.prototype, 'put').mockReturnValue(kept.promise);
  expect(await ask()).toBe('from the network');
  kept.resolve();
});

it('answers where nothing can be kept or read', async () => {
  vi.spyOn(Cache.prototype, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
  expect(await ask()).toBe('from the network');
  vi.spyOn(caches, 'open').mockRejectedValue(new DOMException('broken', 'UnknownError'));
  expect(await ask()).toBe('from the network');
});

it('keeps no refusal', async () => {
  network.mockResolvedValue(new Response('busy', { status: 503 }));
  expect(await ask()).toBe('busy');
  expect(waiting).toEqual([]);
});
