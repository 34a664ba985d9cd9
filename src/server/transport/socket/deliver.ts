import type { Server, Socket } from 'socket.io';
import { doors } from '#protocol/handshake.ts';
import type { DeliveryPort, Target } from '#server/live/deliveryPort.ts';

/** The live part's way to the sockets of this process. A room's packet is encoded once for all of its sockets. */
export function createDelivery(io: Server): DeliveryPort {
  const socketOf = (id: string): Socket | undefined => io.sockets.sockets.get(id);
  // Not a broadcast for one connection: its own room would be looked up first.
  const to = (target: Target) => ('room' in target ? io.local.to(target.room) : socketOf(target.connection));
  return {
    // With the in-memory adapter both are done when they return, although their types allow a promise.
    join: (connection, room) => void socketOf(connection)?.join(room),
    leave: (connection, room) => void socketOf(connection)?.leave(room),
    roomSize: (room) => io.sockets.adapter.rooms.get(room)?.size ?? 0,
    emitDelta: (target, deltas) => void to(target)?.emit(doors.delta, deltas),
    emitSignal(target, name, data, options) {
      const sender = to(target);
      void (options?.volatile ? sender?.volatile : sender)?.emit(doors.signal, name, data);
    },
    kick(connection, code, conn) {
      const socket = socketOf(connection);
      if (!socket) return;
      socket.emit(doors.signal, 'kick', { code, ...(conn === undefined ? {} : { conn }) });
      // Closing waits until what was sent before is out.
      socket.disconnect(true);
    },
  };
}
