import { copyPlain } from '#base/copyPlain.ts';
import type { Delta } from '#protocol/entities/chat.ts';
import type { ServerSignal } from '#protocol/signals.ts';
import type { DeliveryPort, Target } from '#server/live/deliveryPort.ts';

/** One packet as a connection would get it; content is copied, as the wire copies it. */
export type Packet =
  | { t: 'delta'; deltas: Delta[] }
  | { t: 'signal'; signal: ServerSignal }
  | { t: 'kick'; code: string };

/** Rooms without sockets: every packet is handed to `receive` of the connections in the room. */
export interface FakeDelivery extends DeliveryPort {
  attach(connection: string, receive: (packet: Packet) => void): void;
  detach(connection: string): void;
  isIn(connection: string, room: string): boolean;
}

/** Makes rooms of which packets arrive at once and in order. */
export function fakeDelivery(): FakeDelivery {
  const rooms = new Map<string, Set<string>>();
  const lines = new Map<string, (packet: Packet) => void>();
  const send = (target: Target, packet: Packet): void => {
    const to =
      'room' in target
        ? [...(rooms.get(target.room) ?? [])].filter((id) => !target.except?.includes(id))
        : [target.connection];
    for (const connection of to) lines.get(connection)?.(copyPlain(packet));
  };
  return {
    attach: (connection, receive) => void lines.set(connection, receive),
    detach(connection) {
      lines.delete(connection);
      for (const members of rooms.values()) members.delete(connection);
    },
    isIn: (connection, room) => rooms.get(room)?.has(connection) ?? false,
    join: (connection, room) => void rooms.set(room, (rooms.get(room) ?? new Set()).add(connection)),
    leave: (connection, room) => void rooms.get(room)?.delete(connection),
    roomSize: (room) => rooms.get(room)?.size ?? 0,
    emitDelta: (target, deltas) => send(target, { t: 'delta', deltas }),
    emitSignal: (target, name, data) => send(target, { t: 'signal', signal: { name, data } as ServerSignal }),
    kick: (connection, code) => send({ connection }, { t: 'kick', code }),
  };
}
