import type { Delta, RoomNews } from '#protocol/entities/chat.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import type { OwnedReadState } from '#server/storage/rows/readStates.ts';
import type { ChatChange, OwnVotes } from '#server/storage/units/chats/chatChange.ts';
import type { ThreadTold } from '#server/storage/units/threads/ThreadTold.ts';
import { Coalescer } from './coalescer.ts';
import type { ConnectionId } from './connection.ts';
import type { DeliveryPort, Target } from './deliveryPort.ts';
import { Digests, type Listeners, type Tier } from './digests.ts';
import type { LiveClock } from './liveClock.ts';
import type { Receipts } from './receipts.ts';
import { roomOf } from './roomOf.ts';
import type { Rooms } from './rooms.ts';
import type { Typing } from './typing.ts';

export interface OutletPorts {
  readonly clock: LiveClock;
  /** The process is behind with its work. */
  isLate(): boolean;
  readonly delivery: DeliveryPort;
  readonly rooms: Rooms;
  readonly receipts: Receipts;
  readonly typing: Typing;
  /** Does it when what the chat was at this rev has been emitted here. */
  after(c: ChatId, rev: number, work: () => void): void;
}

/** How long is remembered how far a thread was told, ms: longer than a lost word is looked for. */
const toldMs = 15 * 60_000;

/** Turns changes, in the order the tracker gives them, into packets for the right rooms. */
export class Outlet {
  readonly #ports: OutletPorts;
  readonly #coalescer: Coalescer;
  readonly #digests: Digests;
  /** by community: the list of rooms that was told last, and how far each room */
  readonly #told = new Map<ChatId, { list?: string; revs: Map<ChatId, number> }>();
  /** by thread: how far it was told, and when, ms; what is older than any look for lost ones goes */
  readonly #threads = new Map<ChatId, { rev: number; at: number }>();
  /** by chat: rev of the newest change of its members that was told, and when; likewise */
  readonly #members = new Map<ChatId, { rev: number; at: number }>();

  constructor(ports: OutletPorts) {
    this.#ports = ports;
    const { clock, delivery, rooms, receipts, isLate } = ports;
    this.#coalescer = new Coalescer({
      clock,
      emit: (c, deltas) => {
        delivery.emitDelta({ room: rooms.everyPacket(c) }, deltas);
        receipts.ride(c);
      },
    });
    this.#digests = new Digests({
      clock,
      isLate,
      emit: (head, to) => delivery.emitSignal(targetOf(head.c, to), 'head', [head]),
      emitRooms: (c, { news, meta }, to) => {
        delivery.emitSignal(targetOf(c, to), 'rooms', { c, ...(news ? { news } : {}), ...(meta ? { meta } : {}) });
        // Its own changes are told to those who show it as they happen.
        if (news && 'tier' in to && to.tier === 'heads')
          delivery.emitSignal({ room: roomOf.open(c) }, 'rooms', { c, news });
      },
      emitThreads: (c, threads, to) => this.#emitThreads(c, threads, to),
    });
  }

  /** Members first: who is out does not get the change that removed him, nor anything after it. */
  emit(change: ChatChange): void {
    const { delta, personal = [], votes = [], left = [] } = change;
    const { rooms } = this.#ports;
    if (delta.mem || left.length > 0) this.#coalescer.flush(delta.c);
    this.#noteMembers(delta);
    if (delta.mem) rooms.applyMembers(delta.c, delta.mem);
    rooms.dropPeople(delta.c, left);
    if (personal.length > 0 || votes.length > 0) this.#emitApart(delta, personal, votes);
    else this.#coalescer.push(delta.c, delta);
    this.#tellRooms(change);
    if (change.parent === undefined && rooms.isBig(delta.c)) this.#digests.note(delta.head);
    else if (!this.#isHeard(delta.c)) this.#digests.forget(delta.c);
    this.#note(delta);
  }

  /** A change that needs no emission any more, or has nobody to go to. Removals count all the same; who joined is told by his own rows. */
  skip(change: ChatChange): void {
    const { delta, left = [] } = change;
    const removed = (delta.mem ?? []).filter(({ st }) => st !== memberState.joined);
    this.#noteMembers(delta);
    this.#ports.rooms.applyMembers(delta.c, removed);
    this.#ports.rooms.dropPeople(delta.c, left);
    this.#tellRooms(change);
  }

  /** Who comes in, and who is out, may not hear what is told of threads: what waits is told before, and what comes later of before is left to the next look. */
  #noteMembers({ c, a, head }: Delta): void {
    if (head.mr <= a) return;
    this.#digests.flushThreads(c, head.mr);
    this.#members.set(c, { rev: head.mr, at: this.#ports.clock.now() });
  }

  /** Rooms are followed only while somebody looks; the others hear through the community. Nobody looks any more at a room that was closed. */
  #tellRooms(change: ChatChange): void {
    const { delta, parent } = change;
    const { rooms } = this.#ports;
    const { c, head, meta } = delta;
    if (change.thread) this.noteThread(change.thread);
    if (parent !== undefined && change.thread === undefined) this.noteRooms(parent, [[c, head.rev, head.n, head.b]]);
    if (meta?.kind !== chatKind.community || parent !== undefined) return;
    const list = meta.rooms ?? [];
    const text = JSON.stringify(list);
    const told = this.#toldOf(c);
    if (told.list !== text) rooms.keepRooms(c, new Set(list.map((room) => room.c)));
    told.list = text;
    if (rooms.isBig(c)) this.#digests.noteMeta(c, meta);
  }

  #toldOf(c: ChatId): { list?: string; revs: Map<ChatId, number> } {
    const told = this.#told.get(c) ?? { revs: new Map() };
    this.#told.set(c, told);
    return told;
  }

  /** Only these communities are followed here: what was told of others is forgotten, their next members begin with a snapshot. */
  keepPlaces(communities: ReadonlySet<ChatId>): void {
    for (const c of this.#told.keys()) if (!communities.has(c)) this.#told.delete(c);
    this.#digests.keepPlaces(communities);
  }

  /** Rooms of a community stand here now, as a change says or the database; what was told already is not told again. */
  noteRooms(parent: ChatId, news: readonly RoomNews[]): void {
    if (!this.#ports.rooms.isBig(parent)) return;
    const { revs } = this.#toldOf(parent);
    for (const item of news) {
      const [room, rev] = item;
      if ((revs.get(room) ?? 0) >= rev) continue;
      revs.set(room, rev);
      this.#digests.noteRoom(parent, item);
    }
  }

  /** A thread stands here now; the people of its chat hear it with the next digest. */
  noteThread(told: ThreadTold): void {
    // Who is out of the chat by then does not hear it.
    this.#ports.after(told.parent, told.mr, () => this.#noteThread(told));
  }

  #noteThread(told: ThreadTold): void {
    const { c, rev } = told.news;
    if (told.mr < (this.#members.get(told.parent)?.rev ?? 0)) return;
    this.#threads.set(c, { rev: Math.max(rev, this.#threads.get(c)?.rev ?? 0), at: this.#ports.clock.now() });
    if (this.#isHeard(told.parent)) this.#digests.noteThread(told);
  }

  /** How far each thread was told lately: its rev. */
  toldThreads(): Map<ChatId, number> {
    return new Map([...this.#threads].map(([c, { rev }]) => [c, rev]));
  }

  /** What the database says of threads that were not told as far as somebody wrote in them. */
  noteLostThreads(threads: readonly ThreadTold[]): void {
    for (const told of threads) if ((this.#threads.get(told.news.c)?.rev ?? 0) < told.news.rev) this.noteThread(told);
    const now = this.#ports.clock.now();
    for (const known of [this.#threads, this.#members])
      for (const [c, { at }] of known) if (Math.abs(now - at) > toldMs) known.delete(c);
  }

  /** Whether somebody here hears of the chat at all. */
  #isHeard(c: ChatId): boolean {
    const { rooms, delivery } = this.#ports;
    return rooms.isBig(c) || delivery.roomSize(roomOf.chat(c)) > 0;
  }

  #emitThreads(c: ChatId, threads: readonly ThreadTold[], to: Listeners): void {
    const { rooms, delivery } = this.#ports;
    const isFirst = 'tier' in to && to.tier === 'heads';
    const isBig = rooms.isBig(c);
    const shared = threads.flatMap(({ news, to: few }) => (few ? [] : [news]));
    // Of a small chat everybody hears every change, whatever he shows: there is one tier.
    if (shared.length > 0 && (isBig || !('tier' in to)))
      delivery.emitSignal(targetOf(c, to), 'rooms', { c, threads: shared });
    if (shared.length > 0 && isFirst)
      delivery.emitSignal({ room: isBig ? roomOf.open(c) : roomOf.chat(c) }, 'rooms', { c, threads: shared });
    if (!isFirst) return;
    for (const { news, to: few = [], personal = [] } of threads)
      for (const user of few) {
        const own = personal.find(({ userId }) => userId === user);
        delivery.emitSignal({ room: roomOf.user(user) }, 'rooms', { c, threads: [own?.news ?? news] });
      }
  }

  /** The socket leaves a tier of the chat, and has not heard yet what that will be told. */
  tellPending(c: ChatId, connection: ConnectionId, left: Tier): void {
    this.#digests.tellPending(c, connection, left);
  }

  /** Sends what waits for the chat's rooms, before somebody comes into them. */
  flush(c: ChatId): void {
    this.#coalescer.flush(c);
  }

  stop(): void {
    this.#coalescer.stop();
    this.#digests.stop();
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

  /** Some people get their own view of the change, all others one packet. */
  #emitApart(delta: Delta, personal: NonNullable<ChatChange['personal']>, votes: readonly OwnVotes[]): void {
    const { delivery, rooms } = this.#ports;
    const { c } = delta;
    this.#coalescer.flush(c);
    const views = new Map(personal.map((view) => [view.userId, view.delta]));
    for (const { userId, own } of votes) views.set(userId, withVotes(views.get(userId) ?? delta, own));
    const apart = [...views].flatMap(([userId, view]) =>
      rooms.hearersOf(userId, c).map((connection) => ({ connection, view })),
    );
    delivery.emitDelta({ room: rooms.everyPacket(c), except: apart.map(({ connection }) => connection) }, [delta]);
    for (const { connection, view } of apart) delivery.emitDelta({ connection }, [view]);
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

/** A change with what its reader has chosen himself. */
function withVotes(delta: Delta, own: OwnVotes['own']): Delta {
  if (!delta.rows) return delta;
  const votes = new Map(own);
  return {
    ...delta,
    rows: delta.rows.map((row) => (votes.has(row.s) && row.del === undefined ? { ...row, mb: votes.get(row.s) } : row)),
  };
}

const targetOf = (c: ChatId, to: Listeners): Target => ('tier' in to ? { room: roomOf[to.tier](c) } : to);
