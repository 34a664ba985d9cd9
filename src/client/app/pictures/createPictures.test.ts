import { describe, expect, it } from 'vitest';
import type { MediaId } from '#protocol/entities/media.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import type { Ack } from '#protocol/errors.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import { createPictures } from './createPictures.ts';

const [one, two] = ['1', '2'].map((letter) => toMediaId(letter.repeat(22))) as [MediaId, MediaId];
const dayMs = 24 * 3_600_000;

/** Pictures over a server that knows everything unless told otherwise; time passes by hand. */
function start({ hasCache = false }: { hasCache?: boolean } = {}) {
  const asked: MediaId[][] = [];
  const timers: { ms: number; run: () => void }[] = [];
  const at = { now: 0, hasCache };
  let serial = 0;
  let answer = (ids: MediaId[]): Ack<RequestOutput<'media.sign'>> => ({
    ok: true,
    data: { urls: ids.map((id): [MediaId, string] => [id, `/media/${id}?k=${serial}`]), until: at.now + dayMs },
  });
  let told = 0;
  const pictures = createPictures({
    async sign(ids) {
      asked.push(ids);
      serial += 1;
      return answer(ids);
    },
    hasCache: () => at.hasCache,
    serverNow: () => at.now,
    later: (ms, run) => void timers.push({ ms, run }),
  });
  pictures.subscribe(() => (told += 1));
  return {
    pictures,
    asked,
    at,
    told: () => told,
    answerWith: (next: typeof answer) => void (answer = next),
    /** Lets the waiting timers up to so many ms run, and what follows from them. */
    async pass(ms = 20) {
      for (const timer of timers.splice(0)) {
        if (timer.ms <= ms) timer.run();
        else timers.push(timer);
      }
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
  };
}

describe('pictures on screen', () => {
  it('of one moment are asked for in one request, each once', async () => {
    const { pictures, asked, pass, told } = start();
    for (const id of [one, two, one]) pictures.want(id);
    expect(pictures.srcOf(one, 128)).toBeUndefined();
    await pass();
    expect(asked).toEqual([[one, two]]);
    expect(pictures.srcOf(one, 128)).toBe(`/media/${one}?k=1&s=128`);
    expect(pictures.srcOf(two, 512)).toBe(`/media/${two}?k=1&s=512`);
    expect(told()).toBeGreaterThan(0);
    pictures.want(one);
    await pass();
    expect(asked).toHaveLength(1);
  });

  it('more than a hundred are asked for in several', async () => {
    const { pictures, asked, pass } = start();
    for (let n = 0; n < 150; n += 1) pictures.want(toMediaId(String(n).padStart(22, 'x')));
    await pass();
    expect(asked.map((ids) => ids.length)).toEqual([100, 50]);
  });

  it('that this device has kept need no word to the server', async () => {
    const { pictures, asked, pass } = start({ hasCache: true });
    expect(pictures.srcOf(one, 128)).toBe(`/media/${one}?s=128`);
    pictures.want(one);
    await pass();
    expect(asked).toEqual([]);
  });

  it('that it has not kept are asked for when the cache says so; the other size stays on screen meanwhile', async () => {
    const { pictures, asked, pass } = start({ hasCache: true });
    pictures.want(one);
    pictures.failed(one, `/media/${one}?s=512`);
    pictures.failed(one, `/media/${one}?s=512`);
    expect(pictures.srcOf(one, 128)).toBe(`/media/${one}?s=128`);
    await pass();
    expect(asked).toEqual([[one]]);
    expect(pictures.srcOf(one, 512)).toBe(`/media/${one}?k=1&s=512`);
  });

  it('that are not for this person stay initials, and are not asked for again and again', async () => {
    const { pictures, asked, pass, answerWith } = start({ hasCache: true });
    answerWith(() => ({ ok: true, data: { urls: [], until: dayMs } }));
    pictures.want(one);
    pictures.failed(one, `/media/${one}?s=128`);
    await pass();
    expect(pictures.srcOf(one, 128)).toBeUndefined();
    pictures.want(one);
    await pass(60_000);
    expect(asked).toHaveLength(1);
  });

  it('whose image is broken stay initials until the server can be reached again', async () => {
    const { pictures, asked, pass } = start();
    pictures.want(one);
    await pass();
    // An address from before says nothing about this one.
    pictures.failed(one, `/media/${one}?k=0&s=128`);
    expect(pictures.srcOf(one, 128)).toBeDefined();
    pictures.failed(one, `/media/${one}?k=1&s=128`);
    expect(pictures.srcOf(one, 128)).toBeUndefined();
    pictures.retry();
    await pass();
    expect(asked).toHaveLength(2);
    expect(pictures.srcOf(one, 128)).toBe(`/media/${one}?k=2&s=128`);
  });

  it('without a network are tried again after a while, or when the server says', async () => {
    const { pictures, asked, pass, answerWith } = start();
    answerWith(() => ({ ok: false, code: 'UNAVAILABLE' }));
    pictures.want(one);
    pictures.want(two);
    await pass();
    expect(pictures.srcOf(one, 128)).toBeUndefined();
    await pass(29_999);
    expect(asked).toHaveLength(1);
    answerWith(() => ({ ok: false, code: 'RATE', retry: 5_000 }));
    await pass(30_000);
    await pass();
    expect(asked).toHaveLength(2);
    await pass(5_000);
    await pass();
    expect(asked).toEqual([
      [one, two],
      [one, two],
      [one, two],
    ]);
  });

  it('get a new address before the old one ends, which stays on screen until then', async () => {
    const { pictures, asked, pass, at, answerWith } = start();
    pictures.want(one);
    await pass();
    at.now = dayMs - 60_000;
    pictures.want(one);
    expect(pictures.srcOf(one, 128)).toBe(`/media/${one}?k=1&s=128`);
    await pass();
    expect(asked).toHaveLength(2);
    expect(pictures.srcOf(one, 128)).toBe(`/media/${one}?k=2&s=128`);
    // A request that fails takes nothing away.
    at.now += dayMs;
    answerWith(() => ({ ok: false, code: 'UNAVAILABLE' }));
    pictures.want(one);
    await pass();
    expect(pictures.srcOf(one, 128)).toBe(`/media/${one}?k=2&s=128`);
  });

  it('that are missing in one size are still shown in another that this device has kept, until that has broken too', async () => {
    const { pictures, answerWith, pass } = start({ hasCache: true });
    answerWith(() => ({ ok: false, code: 'UNAVAILABLE' }));
    pictures.want(one);
    pictures.failed(one, `/media/${one}?s=1280`);
    await pass();
    expect(pictures.srcOf(one, '1280')).toBeUndefined();
    expect(pictures.srcOf(one, '320')).toBe(`/media/${one}?s=320`);
    pictures.failed(one, `/media/${one}?s=320`);
    expect(pictures.srcOf(one, '320')).toBeUndefined();
    answerWith((ids) => ({ ok: true, data: { urls: ids.map((id) => [id, `/media/${id}?k=9`]), until: dayMs } }));
    pictures.retry();
    await pass();
    expect(pictures.srcOf(one, '1280')).toBe(`/media/${one}?k=9&s=1280`);
    // Without a network again, what was fetched meanwhile may be here.
    pictures.failed(one, `/media/${one}?k=9&s=1280`);
    expect(pictures.srcOf(one, '320')).toBe(`/media/${one}?s=320`);
  });
});
