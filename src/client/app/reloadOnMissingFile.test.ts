import { beforeEach, describe, expect, it, vi, type Mock } from 'vitest';
import { reloadIfGone, type MissingFilePage } from './reloadOnMissingFile.ts';

const told = {
  chromium: 'Failed to fetch dynamically imported module: http://localhost:8787/assets/FindPerson-Dx1.js',
  firefox: 'error loading dynamically imported module: http://localhost:8787/assets/FindPerson-Dx1.js',
  css: 'Unable to preload CSS for /assets/FindPerson-Dx1.css',
};
let time = 1_000_000;
const stored = new Map<string, string>();
const reload = vi.fn<() => void>();
const page = (
  answer: () => Promise<{ status: number }>,
): MissingFilePage & { fetch: Mock<MissingFilePage['fetch']> } => ({
  fetch: vi.fn<MissingFilePage['fetch']>(answer),
  reload,
  now: () => time,
  memory: { getItem: (name) => stored.get(name) ?? null, setItem: (name, value) => void stored.set(name, value) },
});
const gone = () => page(async () => ({ status: 404 }));

beforeEach(() => {
  stored.clear();
  reload.mockReset();
});

describe('a part of the app that could not be loaded', () => {
  it.each(Object.entries(told))(
    'brings the new version when the server does not have it any more (%s)',
    async (_by, words) => {
      const asked = gone();
      await reloadIfGone(new TypeError(words), asked);
      expect(reload).toHaveBeenCalledOnce();
      expect(asked.fetch.mock.calls[0]?.[0]).toMatch(/assets\/FindPerson-Dx1\.(js|css)$/);
    },
  );

  it('does so once, and again only after a while', async () => {
    await reloadIfGone(new TypeError(told.chromium), gone());
    time += 20_000;
    await reloadIfGone(new TypeError(told.chromium), gone());
    expect(reload).toHaveBeenCalledOnce();
    time += 11_000;
    await reloadIfGone(new TypeError(told.chromium), gone());
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['is there', async () => ({ status: 200 })],
    ['cannot be told of by a busy server', async () => ({ status: 503 })],
    ['cannot be asked about without a network', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('lets the page be when the file %s', async (_what, answer) => {
    await reloadIfGone(new TypeError(told.chromium), page(answer));
    expect(reload).not.toHaveBeenCalled();
    expect(stored.size).toBe(0);
  });

  it('loads the page anew when the server has the file and it fails for the third time: the browser remembers the failure', async () => {
    const words = 'error loading dynamically imported module: http://localhost:8787/assets/Poll-Ab2.js';
    const there = page(async () => ({ status: 200 }));
    const away = page(() => Promise.reject(new TypeError('Failed to fetch')));
    time += 60_000;
    for (const asked of [there, away, away, away, there]) await reloadIfGone(new TypeError(words), asked);
    expect(reload).not.toHaveBeenCalled();
    await reloadIfGone(new TypeError(words), there);
    expect(reload).toHaveBeenCalledOnce();
  });

  it('lets the page be when nobody knows which file it was', async () => {
    const asked = gone();
    for (const error of [new TypeError('Importing a module script failed.'), 'rubbish', undefined])
      await reloadIfGone(error, asked);
    expect(asked.fetch).not.toHaveBeenCalled();
    expect(reload).not.toHaveBeenCalled();
  });
});
