import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MediaId } from '#protocol/entities/media.ts';
import { forgetMedia } from './forgetMedia.ts';
import { mediaCache } from './mediaCache.ts';

const id = (n: number) => String(n).padStart(22, '0') as MediaId;
const ask = (path: string, headers: Record<string, string> = {}) =>
  mediaCache.respond(new Request(new URL(path, location.href), { headers }));
const network = vi.fn<typeof fetch>();
const mb = 1_024 * 1_024;
const picture = (bytes: number): Response =>
  new Response('p', { headers: { 'content-type': 'image/webp', 'content-length': String(bytes) } });

beforeEach(() => {
  vi.stubGlobal('fetch', network);
  network.mockImplementation(async () => picture(1));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  network.mockReset();
  await mediaCache.forget();
});

test('a file is fetched once, whatever its address was, and is there without a network; a bare name that is not here is 404', async () => {
  expect((await ask(`/media/${id(1)}?e=1&k=a&s=1280`)).status).toBe(200);
  network.mockRejectedValue(new TypeError('no network'));
  expect((await ask(`/media/${id(1)}?e=2&k=b&s=1280`)).status).toBe(200);
  expect((await ask(`/media/${id(1)}?s=1280`)).status).toBe(200);
  expect((await ask(`/media/${id(1)}?s=320`)).status).toBe(404);
  expect(network).toHaveBeenCalledOnce();
});

test('faces are not its business', () => {
  const handles = (path: string) => mediaCache.handles(new URL(path, location.href));
  expect(['?s=128', '?s=512', '', '?s=320', '?s=o&k=a'].map((query) => handles(`/media/${id(1)}${query}`))).toEqual([
    ...[false, false, false, true, true],
  ]);
});

test('a picture that was sent from here stands for all its sizes; a file only for itself', async () => {
  await mediaCache.seed(id(2), new Blob(['pixels'], { type: 'image/jpeg' }));
  for (const size of ['320', '1280', 'o']) expect(await (await ask(`/media/${id(2)}?s=${size}`)).text()).toBe('pixels');
  await mediaCache.seed(id(3), new Blob(['words'], { type: 'text/plain' }), 'notes.txt');
  expect((await ask(`/media/${id(3)}?s=1280`)).status).toBe(404);
  expect(await (await ask(`/media/${id(3)}?s=o`)).text()).toBe('words');
});

test('what could run as a page is only ever a download', async () => {
  for (const type of ['text/html', 'image/svg+xml', 'application/xhtml+xml', '']) {
    await mediaCache.seed(id(4), new Blob(['<script>1</script>'], { type }), "it's.html");
    const { headers } = await ask(`/media/${id(4)}?s=o`);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''it%27s.html");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
  }
});

test('a film is given in the parts that a player asks for', async () => {
  await mediaCache.seed(id(5), new Blob(['0123456789'], { type: 'video/mp4' }));
  const part = async (range: string) => {
    const response = await ask(`/media/${id(5)}?s=o`, { range });
    return [response.status, await response.text(), response.headers.get('content-range')];
  };
  expect(await part('bytes=0-')).toEqual([206, '0123456789', 'bytes 0-9/10']);
  expect(await part('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10']);
  expect(await part('bytes=-3')).toEqual([206, '789', 'bytes 7-9/10']);
  expect(await part('bytes=8-99')).toEqual([206, '89', 'bytes 8-9/10']);
  for (const range of ['bytes=10-', 'bytes=5-2', 'bytes=-', 'lines=1-2']) expect((await part(range))[0]).toBe(416);
});

test('parts from the network are passed on and not kept; neither is a refusal', async () => {
  network.mockImplementation(async () => new Response('01', { status: 206 }));
  expect((await ask(`/media/${id(6)}?k=a&s=o`, { range: 'bytes=0-1' })).status).toBe(206);
  network.mockImplementation(async () => new Response(null, { status: 403 }));
  expect((await ask(`/media/${id(6)}?k=a&s=o`)).status).toBe(403);
  expect((await ask(`/media/${id(6)}?s=o`)).status).toBe(404);
});

test('the budget holds, and what was not used for longest goes first', async () => {
  network.mockImplementation(async () => picture(100 * mb));
  vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({ quota: 10_000 * mb });
  for (const n of [10, 11, 12, 13]) await ask(`/media/${id(n)}?k=a&s=1280`);
  // A new worker, in which none of them was used: the first one is used again.
  const again = await import('./mediaCache.ts?again' as './mediaCache.ts');
  await again.mediaCache.respond(new Request(new URL(`/media/${id(10)}?s=1280`, location.href)));
  for (const n of [14, 15]) await ask(`/media/${id(n)}?k=a&s=1280`);
  const { bytes, files } = await mediaCache.measure();
  expect([files, bytes]).toEqual([5, 500 * mb]);
  const there = await Promise.all([10, 11, 12, 15].map(async (n) => (await ask(`/media/${id(n)}?s=1280`)).status));
  expect(there).toEqual([200, 404, 200, 200]);
});

test('what is larger than the budget is shown and not kept; all goes with the person', async () => {
  network.mockImplementation(async () => picture(600 * mb));
  expect((await ask(`/media/${id(20)}?k=a&s=o`)).status).toBe(200);
  expect((await mediaCache.measure()).files).toBe(0);
  await mediaCache.seed(id(21), new Blob(['pixels'], { type: 'image/jpeg' }));
  await forgetMedia();
  expect((await ask(`/media/${id(21)}?s=o`)).status).toBe(404);
});

test('how much stays is the person’s choice: less room lets the oldest go at once, none keeps nothing, and a nonsense value counts as none was made', async () => {
  expect(await mediaCache.readBudget()).toBe(500 * mb);
  network.mockImplementation(async () => picture(60 * mb));
  for (const n of [1, 2, 3]) await ask(`/media/${id(n)}?k=a&s=o`);
  await mediaCache.setBudget(130 * mb);
  expect(await mediaCache.measure()).toEqual({ files: 2, bytes: 120 * mb });
  expect((await ask(`/media/${id(1)}?s=o`)).status).toBe(404);
  await mediaCache.setBudget(0);
  expect((await ask(`/media/${id(4)}?k=a&s=o`)).status).toBe(200);
  await mediaCache.seed(id(5), new Blob(['mine']));
  expect(await mediaCache.measure()).toEqual({ files: 0, bytes: 0 });
  await (await caches.open('kabar-media-budget')).put('/media-budget', new Response('much'));
  expect(await mediaCache.readBudget()).toBe(500 * mb);
  await caches.delete('kabar-media-budget');
});

test('files that are named go in every size, and no others', async () => {
  for (const n of [1, 2]) for (const size of ['320', '1280']) await ask(`/media/${id(n)}?k=a&s=${size}`);
  await mediaCache.drop(new Set([id(1), id(9)]));
  expect((await mediaCache.measure()).files).toBe(2);
  expect((await ask(`/media/${id(1)}?s=320`)).status).toBe(404);
  expect((await ask(`/media/${id(2)}?s=1280`)).status).toBe(200);
});
