import type { Server, Socket } from 'socket.io';
import { doors } from '#protocol/handshake.ts';
import type { DeliveryPort, Target } from '#server/live/deliveryPort.ts';

/** The live part's way to the sockets, with the means to leave one of them alone for a while. */
export interface PausableDelivery extends DeliveryPort {
  /** Takes a connection out of all rooms and drops what is meant for it alone. Joins and leaves meanwhile are remembered. */
  pause(connection: string): void;
  /** Puts it back into the rooms that it belongs to now. False when it was not paused. */
  resume(connection: string): boolean;
  /** The connection is gone. */
  forget(connection: string): void;
}

/** The live part's way to the sockets of this process. A room's packet is encoded once for all of its sockets. */
export function createDelivery(io: Server): PausableDelivery {
  /** rooms of connections that are left alone now */
  const paused = new Map<string, Set<string>>();
  const socketOf = (id: string): Socket | undefined => io.sockets.sockets.get(id);
  // Not a broadcast for one connection: its own room would be looked up first.
  const to = (target: Target) => {
    // Each socket is alone in a room of its own name.
    if ('room' in target) return io.local.to(target.room).except([...(target.except ?? [])]);
    return paused.has(target.connection) ? undefined : socketOf(target.connection);
  };
  return {
    // With the in-memory adapter both are done when they return, although their types allow a promise.
    join(connection, room) {
      const rooms = paused.get(connection);
      if (rooms) rooms.add(room);
      else void socketOf(connection)?.join(room);
    },
    leave(connection, room) {
      const rooms = paused.get(connection);
      if (rooms) rooms.delete(room);
      else void socketOf(connection)?.leave(room);
    },
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
    pause(connection) {
      const socket = socketOf(connection);
      if (!socket || paused.has(connection)) return;
      // Its own room, named like itself, is the library's.
      const rooms = [...socket.rooms].filter((room) => room !== socket.id);
      paused.set(connection, new Set(rooms));
      for (const room of rooms) void socket.leave(room);
    },
    resume(connection) {
      const rooms = paused.get(connection);
      paused.delete(connection);
      for (const room of rooms ?? []) void socketOf(connection)?.join(room);
      return rooms !== undefined;
    },
    forget: (connection) => void paused.delete(connection),
  };
}
