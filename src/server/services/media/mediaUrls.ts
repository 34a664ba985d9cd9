import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { AppError } from '#protocol/errors.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { UserId } from '#protocol/ids.ts';

const dayMs = 24 * 3_600_000;

/** Addresses of pictures and files for a day or two: an `<img>` sends no token. Those of pictures open for anybody who has them; those of files name whose they are, and work as long as he may read the file. */
export interface MediaUrls {
  /** Path and query of a picture. The same all day (UTC), so that browsers can keep what they fetched. */
  sign(id: MediaId): string;
  /** Path and query of a file, for one person; as constant as a picture's. */
  signFile(id: MediaId, me: UserId): string;
  /** When the addresses of now end, ms; 24 to 48 hours ahead. */
  until(): number;
  /** When this address ends, ms. `day`: number of the UTC day at whose beginning it ends. Throws FORBIDDEN for a seal that is not ours, GONE for an old one. */
  check(id: string, day: string, seal: string): number;
  /** The same for an address of a file; `user`: whom it names. */
  checkFile(id: string, user: string, day: string, seal: string): number;
}

/** Makes {@link MediaUrls} from the server's secret. `now`: server clock, ms. */
export function createMediaUrls(secret: Uint8Array, now: () => number): MediaUrls {
  const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), 'kabar media address', 32));
  const sealOf = (id: string, day: string): string =>
    // 128 bits are enough for a seal that has to be guessed over the network.
    createHmac('sha256', key).update(`${id}.${day}`).digest().subarray(0, 16).toString('base64url');
  const lastDay = (): number => Math.floor(now() / dayMs) + 2;
  const check = (name: string, day: string, seal: string): number => {
    const expected = Buffer.from(sealOf(name, day));
    const given = Buffer.from(seal);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) throw new AppError('FORBIDDEN');
    const end = Number(day) * dayMs;
    if (!(end > now())) throw new AppError('GONE');
    return end;
  };
  // No id has a dot, so the seal of a file is never one of a picture.
  const nameOf = (id: string, user: string): string => `${id}.u${user}`;
  return {
    sign(id) {
      const day = String(lastDay());
      return `/media/${id}?e=${day}&k=${sealOf(id, day)}`;
    },
    signFile(id, me) {
      const day = String(lastDay());
      return `/media/${id}?u=${me}&e=${day}&k=${sealOf(nameOf(id, String(me)), day)}`;
    },
    until: () => lastDay() * dayMs,
    check,
    checkFile: (id, user, day, seal) => check(nameOf(id, user), day, seal),
  };
}
