import type { Delta } from '#protocol/entities/chat.ts';
import { memberState } from '#protocol/entities/member.ts';
import type { UserId } from '#protocol/ids.ts';
import type { OwnedReadState } from '#server/storage/rows/readStates.ts';
import type { ChatChange } from '#server/storage/units/chats/chatChange.ts';
import type { DeliveryPort } from './deliveryPort.ts';
import type { Receipts } from './receipts.ts';
import { roomOf } from './roomOf.ts';
import type { Rooms } from './rooms.ts';
import type { Typing } from './typing.ts';

export interface OutletPorts {
  readonly delivery: DeliveryPort;
  readonly rooms: Rooms;
  readonly receipts: Receipts;
  readonly typing: Typing;
}

/** Turns changes, in the order the tracker gives them, into packets for the right rooms. */
export class Outlet {
  readonly #ports: OutletPorts;

  constructor(ports: OutletPorts) {
    this.#ports = ports;
  }

  /** Members first: who is out does not get the change that removed him, nor anything after it. */
  emit(change: ChatChange): void {
    const { delta, personal } = change;
    const { delivery, rooms } = this.#ports;
    if (delta.mem) rooms.applyMembers(delta.c, delta.mem);
    if (personal && personal.length > 0) this.#emitSingly(delta, personal);
    else {
      // Sockets of a community get its head only, unless they show it.
      const isBig = delivery.roomSize(roomOf.heads(delta.c)) > 0;
      delivery.emitDelta({ room: isBig ? roomOf.open(delta.c) : roomOf.chat(delta.c) }, [delta]);
    }
    this.#note(delta);
  }

  /** A change that needs no emission any more, or has nobody to go to. Removals count all the same; who joined is told by his own rows. */
  skip({ delta }: ChatChange): void {
    const removed = (delta.mem ?? []).filter(({ st }) => st !== memberState.joined);
    this.#ports.rooms.applyMembers(delta.c, removed);
  }

  emitReads(reads: readonly OwnedReadState[]): void {
    const { delivery, receipts } = this.#ports;
    const byPerson = new Map<UserId, OwnedReadState['state'][]>();
    for (const { userId, mid, state } of reads) {
      byPerson.set(userId, [...(byPerson.get(userId) ?? []), state]);
      receipts.move(state[0], mid, state[1]);
    }
    for (const [user, states] of byPerson) delivery.emitSignal({ room: roomOf.user(user) }, 'rd', states);
  }

  #emitSingly(delta: Delta, personal: NonNullable<ChatChange['personal']>): void {
    const views = new Map(personal.map((view) => [view.userId, view.delta]));
    for (const { id, userId } of this.#ports.rooms.seatsIn(delta.c))
      this.#ports.delivery.emitDelta({ connection: id }, [views.get(userId) ?? delta]);
  }

  #note({ c, a, rows = [], mem = [] }: Delta): void {
    const fresh = rows.filter(({ s, n }) => s > a && n !== undefined);
    for (const { u } of fresh) this.#ports.typing.clear(c, u);
    const joins = mem.filter(({ st }) => st === memberState.joined).map(({ u, jr }) => ({ mid: u, joinRev: jr }));
    this.#ports.receipts.add(
      c,
      fresh.map(({ s, u }) => ({ seq: s, mid: u })),
      joins,
    );
  }
}
