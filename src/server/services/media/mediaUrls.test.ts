import { describe, expect, it } from 'vitest';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import { codeOf } from '#testing/accountWorld.ts';
import { createMediaUrls } from './mediaUrls.ts';

const dayMs = 24 * 3_600_000;
const noon = 20_000 * dayMs + dayMs / 2;
const id = toMediaId('AAAAAAAAAAAAAAAAAAAAAA');
const secret = new Uint8Array(64).fill(7);

function partsOf(url: string) {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  return { id: pathname.replace('/media/', ''), day: searchParams.get('e') ?? '', seal: searchParams.get('k') ?? '' };
}
const code = (run: () => unknown) => codeOf(new Promise((done) => done(run())));

describe('the address of a picture', () => {
  it('stays the same for the whole day and lives for one to two of them', () => {
    let now = noon;
    const urls = createMediaUrls(secret, () => now);
    const first = urls.sign(id);
    expect(urls.until() - now).toBe(1.5 * dayMs);
    now = noon + dayMs / 2 - 1;
    expect(urls.sign(id)).toBe(first);
    expect(urls.until() - now).toBeGreaterThan(dayMs);
    now += 1;
    expect(urls.sign(id)).not.toBe(first);
    expect(urls.until() - now).toBe(2 * dayMs);
  });

  it('is good until its end and not after it', async () => {
    let now = noon;
    const urls = createMediaUrls(secret, () => now);
    const { day, seal } = partsOf(urls.sign(id));
    const end = urls.until();
    now = end - 1;
    expect(urls.check(id, day, seal)).toBe(end);
    now = end;
    expect(await code(() => urls.check(id, day, seal))).toBe('GONE');
  });

  it('is refused with anything changed, and with the seal of another installation', async () => {
    const urls = createMediaUrls(secret, () => noon);
    const { day, seal } = partsOf(urls.sign(id));
    const other = toMediaId('BAAAAAAAAAAAAAAAAAAAAA');
    const foreign = partsOf(createMediaUrls(new Uint8Array(64), () => noon).sign(id));
    const tries = [
      [other, day, seal],
      [id, String(Number(day) + 1), seal],
      [id, `${day} `, seal],
      [id, `0${day}`, seal],
      [id, day, ''],
      [id, day, seal.slice(1)],
      [id, day, `${seal}A`],
      [id, day, seal.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))],
      [id, day, 'é'.repeat(22)],
      [id, foreign.day, foreign.seal],
      [id, 'NaN', seal],
    ] as const;
    for (const [wrongId, wrongDay, wrongSeal] of tries)
      expect(await code(() => urls.check(wrongId, wrongDay, wrongSeal))).toBe('FORBIDDEN');
  });
});
