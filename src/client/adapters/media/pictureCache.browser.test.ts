import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pictureCache } from './pictureCache.ts';

const id = (n: number) => String(n).padStart(22, '0');
const ask = (path: string) => pictureCache.respond(new Request(new URL(path, location.href)));
const network = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.stubGlobal('fetch', network);
  network.mockImplementation(async () => new Response('picture', { headers: { 'content-type': 'image/webp' } }));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  network.mockReset();
  await pictureCache.forget();
});

test('a picture is fetched once, whatever its address was, and is there without a network', async () => {
  expect(await (await ask(`/media/${id(1)}?e=1&k=a&s=128`)).text()).toBe('picture');
  network.mockRejectedValue(new TypeError('no network'));
  for (const path of [`/media/${id(1)}?e=2&k=b&s=128`, `/media/${id(1)}?s=128`])
    expect(await (await ask(path)).text()).toBe('picture');
  expect(network).toHaveBeenCalledOnce();
});

test('a bare name that is not here is answered at once, without the network', async () => {
  expect((await ask(`/media/${id(2)}?s=128`)).status).toBe(404);
  expect(network).not.toHaveBeenCalled();
});

test('sizes are files of their own; without one it is the largest', async () => {
  await ask(`/media/${id(3)}?k=a&s=128`);
  expect((await ask(`/media/${id(3)}?s=512`)).status).toBe(404);
  await ask(`/media/${id(3)}?k=a`);
  expect((await ask(`/media/${id(3)}?s=512`)).status).toBe(200);
});

test('a refusal is not kept', async () => {
  network.mockImplementation(async () => new Response(null, { status: 403 }));
  expect((await ask(`/media/${id(4)}?k=a&s=128`)).status).toBe(403);
  network.mockImplementation(async () => new Response('picture'));
  expect((await ask(`/media/${id(4)}?k=a&s=128`)).status).toBe(200);
});

test('three hundred stay, and the one that was not shown for longest goes', async () => {
  for (let n = 100; n < 400; n += 1) await ask(`/media/${id(n)}?k=a&s=128`);
  const first = `/media/${id(100)}?s=128`;
  await ask(`/media/${id(400)}?k=a&s=128`);
  expect((await ask(first)).status).toBe(404);
  expect((await ask(`/media/${id(101)}?s=128`)).status).toBe(200);
});

test('all of them go with the person', async () => {
  await ask(`/media/${id(5)}?k=a&s=128`);
  await pictureCache.forget();
  expect((await ask(`/media/${id(5)}?s=128`)).status).toBe(404);
});
