import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { AppError } from '#protocol/errors.ts';
import type { MediaId } from '#protocol/entities/media.ts';

const dayMs = 24 * 3_600_000;

/** Addresses of pictures that anybody may open who has them, for a day or two: an `<img>` sends no token. */
export interface MediaUrls {
  /** Path and query of a picture. The same all day (UTC), so that browsers can keep what they fetched. */
  sign(id: MediaId): string;
  /** When the addresses of now end, ms; 24 to 48 hours ahead. */
  until(): number;
  /** When this address ends, ms. `day`: number of the UTC day at whose beginning it ends. Throws FORBIDDEN for a seal that is not ours, GONE for an old one. */
  check(id: string, day: string, seal: string): number;
}

/** Makes {@link MediaUrls} from the server's secret. `now`: server clock, ms. */
export function createMediaUrls(secret: Uint8Array, now: () => number): MediaUrls {
  const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), 'kabar media address', 32));
  const sealOf = (id: string, day: string): string =>
    // 128 bits are enough for a seal that has to be guessed over the network.
    createHmac('sha256', key).update(`${id}.${day}`).digest().subarray(0, 16).toString('base64url');
  const lastDay = (): number => Math.floor(now() / dayMs) + 2;
  return {
    sign(id) {
      const day = String(lastDay());
      return `/media/${id}?e=${day}&k=${sealOf(id, day)}`;
    },
    until: () => lastDay() * dayMs,
    check(id, day, seal) {
      const expected = Buffer.from(sealOf(id, day));
      const given = Buffer.from(seal);
      if (expected.length !== given.length || !timingSafeEqual(expected, given)) throw new AppError('FORBIDDEN');
      const end = Number(day) * dayMs;
      if (!(end > now())) throw new AppError('GONE');
      return end;
    },
  };
}
