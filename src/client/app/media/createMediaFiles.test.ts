import { describe, expect, it } from 'vitest';
import type { MediaId } from '#protocol/entities/media.ts';
import { createMediaFiles } from './createMediaFiles.ts';

const one = 'one___________________' as MediaId;

function start(stored: Record<string, Blob> = {}) {
  const timers: (() => void)[] = [];
  const log: string[] = [];
  let count = 0;
  const files = createMediaFiles({
    pictures: {
      srcOf: (id, size) => `/media/${id}?s=${size}`,
      want: (id) => void log.push(`want ${id}`),
      failed: (id) => void log.push(`failed ${id}`),
      subscribe: () => () => undefined,
    },
    read: async (id) => stored[id],
    toUrl: () => `blob:${(count += 1)}`,
    revoke: (url) => void log.push(`revoke ${url}`),
    later: (_ms, run) => void timers.push(run),
  });
  const pass = (): void => timers.splice(0).forEach((run) => run());
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { files, log, pass, settle, stored };
}

describe('addresses of parts', () => {
  it('of an own file on its way is that of its bytes, and stays so when they are gone', async () => {
    const { files, settle, stored } = start({ [one]: new Blob(['x']) });
    let heard = 0;
    files.subscribe(() => (heard += 1));
    files.hold(one, true);
    expect(files.srcOf(one, '1280')).toBeUndefined();
    await settle();
    expect([files.srcOf(one, '1280'), files.srcOf(one, '320'), heard]).toEqual(['blob:1', 'blob:1', 1]);
    delete stored[one];
    files.hold(one, false);
    expect(files.srcOf(one, '1280')).toBe('blob:1');
  });

  it('of bytes that nobody holds any more is given back after a while, not before', async () => {
    const { files, settle, pass, log } = start({ [one]: new Blob(['x']) });
    const first = files.hold(one, true);
    await settle();
    const second = files.hold(one, true);
    first();
    first();
    pass();
    expect([files.srcOf(one, '1280'), log]).toEqual(['blob:1', []]);
    second();
    const third = files.hold(one, true);
    pass();
    expect(log).toEqual([]);
    third();
    pass();
    expect(log).toEqual(['revoke blob:1']);
    expect(files.srcOf(one, '1280')).toBe(`/media/${one}?s=1280`);
  });

  it('of an own file whose bytes have left, and of any other, is the usual one', async () => {
    const { files, settle, log } = start();
    files.hold(one, true);
    await settle();
    expect(files.srcOf(one, '320')).toBe(`/media/${one}?s=320`);
    files.hold(one, false)();
    expect(log).toEqual([`want ${one}`, `want ${one}`]);
  });
});
