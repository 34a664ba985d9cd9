import type { Delta } from '#protocol/entities/chat.ts';
import { roomOf } from '#server/live/roomOf.ts';
import type { FakeDelivery } from '#testing/fakeDelivery.ts';

/**
 * I12: what a node emits for a chat to a connection begins where its last emission ended and goes forward, from the moment the connection entered the room,
 * and holds nothing newer than its own end. Only who hears of every change gets changes: members of a 1:1 chat or group, and who shows a community. Answers
 * the same rooms with that check in front.
 */
export function watchDelivery(delivery: FakeDelivery, complain: (what: string) => void): FakeDelivery {
  const connections = new Set<string>();
  /** by connection and chat: where the last emission ended */
  const ends = new Map<string, Map<number, number>>();
  const note = (connection: string, { c, a, b, rows }: Delta): void => {
    for (const { s, r } of rows ?? []) if (r > b) complain(`emitted ${s} of chat ${c} as of ${r} in (${a}, ${b}]`);
    const own = ends.get(connection) ?? new Map<number, number>();
    ends.set(connection, own);
    const last = own.get(c) ?? a;
    if (a !== last || b <= a) complain(`emitted (${a}, ${b}] of chat ${c} to ${connection} behind ${last}`);
    own.set(c, b);
  };
  return {
    ...delivery,
    attach(connection, receive) {
      connections.add(connection);
      delivery.attach(connection, receive);
    },
    detach(connection) {
      connections.delete(connection);
      ends.delete(connection);
      delivery.detach(connection);
    },
    join(connection, room) {
      const own = ends.get(connection);
      for (const c of own?.keys() ?? []) {
        const { chat, open } = { chat: roomOf.chat(c as never), open: roomOf.open(c as never) };
        // A community's changes go to who shows it, and begin anew with every look.
        if (room === chat || (room === open && !delivery.isIn(connection, chat))) own?.delete(c);
      }
      delivery.join(connection, room);
    },
    emitDelta(target, deltas) {
      for (const { c, a, b } of deltas) {
        const own: string[] = [roomOf.chat(c), roomOf.open(c)];
        const isHeard =
          'room' in target
            ? own.includes(target.room)
            : // A node that was killed may still speak to lines that are gone: nobody hears it.
              !connections.has(target.connection) || own.some((room) => delivery.isIn(target.connection, room));
        if (!isHeard) complain(`emitted (${a}, ${b}] of chat ${c} to ${JSON.stringify(target)}, who gets heads only`);
      }
      const to =
        'connection' in target
          ? [target.connection]
          : [...connections].filter((id) => delivery.isIn(id, target.room) && !target.except?.includes(id));
      for (const connection of to) for (const delta of deltas) note(connection, delta);
      delivery.emitDelta(target, deltas);
    },
  };
}
