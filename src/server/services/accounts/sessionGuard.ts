import { AppError } from '#protocol/errors.ts';
import { loneEpoch } from '#protocol/loneEpoch.ts';
import type { DeviceId } from '#protocol/ids.ts';
import type { Storage } from '#server/storage/units.ts';
import type { AccessClaims } from './accessTokens.ts';

/** Knows whether the session behind an access token still lives. A token alone would be good for minutes after a logout. */
export interface SessionGuard {
  /** Throws REVOKED when the session is over, FENCED when a newer engine of the same browser has taken over. `fresh`: do not trust the memory. */
  check(claims: AccessClaims, epoch: number | undefined, options?: { fresh?: boolean }): Promise<void>;
  /** The handshake of an engine: raises the device's epoch, unless it stands alone. Throws as `check` does. */
  enter(claims: AccessClaims, epoch: number): Promise<void>;
  /** Call it when devices were logged out on this node. */
  forget(devices: readonly DeviceId[]): void;
}

/** How long an answer of the database is believed, ms; a logout on another node is noticed within this time. */
const rememberMs = 10_000;
const rememberMax = 20_000;

/** Makes a {@link SessionGuard}. `now`: server clock, ms. */
export function createSessionGuard(storage: Storage, now: () => number): SessionGuard {
  const known = new Map<string, { sessionId: string; epoch: number; until: number }>();
  // Counts logouts: an answer that was on its way during one must not be remembered.
  let forgotten = 0;

  const remember = (claims: AccessClaims, epoch: number, since: number) => {
    if (since !== forgotten) return;
    if (known.size >= rememberMax) known.clear();
    known.set(claims.deviceId, { sessionId: claims.sessionId, epoch, until: now() + rememberMs });
  };
  const readEpoch = async (claims: AccessClaims, isFresh: boolean): Promise<number> => {
    const memory = known.get(claims.deviceId);
    // A clock that was set back must not make the memory live longer.
    const left = (memory?.until ?? 0) - now();
    if (!isFresh && memory?.sessionId === claims.sessionId && left > 0 && left <= rememberMs) return memory.epoch;
    const since = forgotten;
    const { sessionId, userId, deviceId } = claims;
    const device = await storage.run('checkSession', { sessionId, userId, deviceId });
    if (!device) throw new AppError('REVOKED');
    remember(claims, device.epoch, since);
    return device.epoch;
  };

  return {
    async check(claims, epoch, options) {
      const newest = await readEpoch(claims, options?.fresh ?? false);
      if (epoch !== undefined && epoch !== loneEpoch && epoch < newest) throw new AppError('FENCED');
    },
    async enter(claims, epoch) {
      const newest = await readEpoch(claims, true);
      if (epoch === loneEpoch || epoch === newest) return;
      if (epoch < newest) throw new AppError('FENCED');
      const since = forgotten;
      const raised = await storage.run('raiseEpoch', { userId: claims.userId, deviceId: claims.deviceId, epoch });
      if (!raised) throw new AppError('REVOKED');
      if (raised.epoch > epoch) throw new AppError('FENCED');
      remember(claims, raised.epoch, since);
    },
    forget(devices) {
      forgotten += 1;
      for (const device of devices) known.delete(device);
    },
  };
}
