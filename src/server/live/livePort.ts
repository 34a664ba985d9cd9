import type { Delta } from '#protocol/entities/chat.ts';
import type { ChatId, DeviceId, UserId } from '#protocol/ids.ts';

/**
 * What services tell the live part after a commit. Nothing here can fail the request: delivery is repaired by healing.
 * The implementation is `server/live`.
 */
export interface LivePort {
  /** A chat changed by this delta `(a, b]`, as a room may see it (no personal fields). */
  publishDelta(delta: Delta): void;
  /** Rows of a person changed (contacts, settings, memberships): their devices get `ue`, their sockets join and leave rooms. */
  publishUser(userId: UserId): void;
  /** A device was logged out: end its connections with REVOKED. */
  revokeDevices(userId: UserId, devices: DeviceId[]): void;
  /** A chat's rev may be ahead of what was emitted here (a retry was answered, an in-doubt commit): look and repair. */
  heal(c: ChatId): void;
}
