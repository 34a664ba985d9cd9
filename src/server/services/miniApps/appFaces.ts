import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { MediaId } from '#protocol/entities/media.ts';
import { AppError } from '#protocol/errors.ts';

const dayMs = 24 * 3_600_000;

/** Addresses of the pictures of people who show an app who they are. They lie at the app's own origin, so that it never learns one of the messenger's. */
export interface AppFaces {
  /** Absolute address, good for one to two days. `label`: of the host at which the app was opened. The same all day (UTC). */
  faceUrl(label: string, id: MediaId): string;
  /** When this address ends, ms. Throws FORBIDDEN for a seal that is not ours or was made for another app, GONE for an old one. */
  checkFace(label: string, id: string, day: string, seal: string): number;
}

/** Makes {@link AppFaces} from the server's secret. `now`: server clock, ms. */
export function createAppFaces(secret: Uint8Array, originOf: (label: string) => string, now: () => number): AppFaces {
  const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), 'kabar app face', 32));
  const sealOf = (label: string, id: string, day: string): string =>
    createHmac('sha256', key).update(`${label} ${id} ${day}`).digest().subarray(0, 16).toString('base64url');
  return {
    faceUrl(label, id) {
      const day = String(Math.floor(now() / dayMs) + 2);
      return `${originOf(label)}/__mini/face/${id}?e=${day}&k=${sealOf(label, id, day)}`;
    },
    checkFace(label, id, day, seal) {
      const expected = Buffer.from(sealOf(label, id, day));
      const given = Buffer.from(seal);
      if (expected.length !== given.length || !timingSafeEqual(expected, given)) throw new AppError('FORBIDDEN');
      const end = Number(day) * dayMs;
      if (!(end > now())) throw new AppError('GONE');
      return end;
    },
  };
}
