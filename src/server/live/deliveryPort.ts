import type { Delta } from '#protocol/entities/chat.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { ServerSignalData, ServerSignalName } from '#protocol/signals.ts';
import type { ConnectionId } from './connection.ts';

/** Whom a packet is for: everybody in a room, less some who get another one, or one connection. */
export type Target = { room: string; except?: readonly ConnectionId[] } | { connection: ConnectionId };

/**
 * The sockets of this node, as the live part needs them. The transport implements it with the in-memory adapter only: a packet for a room is encoded once.
 * All calls are synchronous and keep their order per connection; a connection that is gone is skipped silently. Rooms are made by joining and vanish when empty.
 */
export interface DeliveryPort {
  join(connection: ConnectionId, room: string): void;
  leave(connection: ConnectionId, room: string): void;
  /** How many connections of this node are in the room. */
  roomSize(room: string): number;
  /** The `delta` door: changes of one or more chats, oldest first per chat. */
  emitDelta(target: Target, deltas: Delta[]): void;
  /** The `signal` door. `volatile`: drop it for connections whose buffer is not empty. */
  emitSignal<Name extends ServerSignalName>(
    target: Target,
    name: Name,
    data: ServerSignalData<Name>,
    options?: { volatile?: boolean },
  ): void;
  /** Sends `kick` and closes. `conn`: the connection attempt that won, with ELSEWHERE. */
  kick(connection: ConnectionId, code: ErrorCode, conn?: string): void;
}
