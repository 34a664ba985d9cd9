import type { Mem } from '#protocol/entities/member.ts';
import { memberState } from '#protocol/entities/member.ts';
import { chatKind } from '#protocol/entities/chat.ts';
import { toUserId, type ChatId, type UserId } from '#protocol/ids.ts';
import type { ConnectionId, LiveConnection } from './connection.ts';
import type { DeliveryPort } from './deliveryPort.ts';
import { roomOf } from './roomOf.ts';

/** One local socket and the rooms it is in. */
interface Seat {
  readonly connection: LiveConnection;
  readonly chats: Map<ChatId, number>;
  open: Set<ChatId>;
  watched: Set<UserId>;
  /** chats this person lost while a membership read was under way; set between `beginSync` and `endSync` */
  lost: Set<ChatId> | undefined;
}

/** What joining and leaving means for others. */
export interface RoomsPorts {
  readonly delivery: DeliveryPort;
  /** A chat has one more or one less local member socket. */
  retain(c: ChatId): void;
  release(c: ChatId): void;
}

const isBig = (kind: number): boolean => kind === chatKind.community || kind === chatKind.official;

/** Which local socket is in which room. Membership is a cache here: it follows the member rows of emitted changes and the answers of `sync.open`. */
export class Rooms {
  readonly #ports: RoomsPorts;
  readonly #seats = new Map<ConnectionId, Seat>();
  readonly #people = new Map<UserId, Set<ConnectionId>>();

  constructor(ports: RoomsPorts) {
    this.#ports = ports;
  }

  enter(connection: LiveConnection): void {
    this.#seats.set(connection.id, {
      connection,
      chats: new Map(),
      open: new Set(),
      watched: new Set(),
      lost: undefined,
    });
    const own = this.#people.get(connection.userId) ?? new Set();
    this.#people.set(connection.userId, own.add(connection.id));
    this.#ports.delivery.join(connection.id, roomOf.user(connection.userId));
  }

  /** Answers what the socket was, or undefined when it is unknown. */
  exit(id: ConnectionId): { connection: LiveConnection; open: ChatId[] } | undefined {
    const seat = this.#seats.get(id);
    if (!seat) return undefined;
    const open = [...seat.open];
    for (const c of seat.chats.keys()) this.#leave(seat, c);
    this.setWatched(id, []);
    this.#ports.delivery.leave(id, roomOf.user(seat.connection.userId));
    this.#seats.delete(id);
    const own = this.#people.get(seat.connection.userId);
    own?.delete(id);
    if (own?.size === 0) this.#people.delete(seat.connection.userId);
    return { connection: seat.connection, open };
  }

  connection(id: ConnectionId): LiveConnection | undefined {
    return this.#seats.get(id)?.connection;
  }

  connectionsOf(user: UserId): LiveConnection[] {
    return [...(this.#people.get(user) ?? [])].flatMap((id) => this.connection(id) ?? []);
  }

  isHere(user: UserId): boolean {
    return this.#people.has(user);
  }

  people(): UserId[] {
    return [...this.#people.keys()];
  }

  /** Whether the socket is in the chat's room, i.e. was a member when it was last looked at. */
  isIn(id: ConnectionId, c: ChatId): boolean {
    return this.#seats.get(id)?.chats.has(c) ?? false;
  }

  /** From here on removals are remembered, so that a membership read that began earlier cannot bring the socket back in. */
  beginSync(id: ConnectionId): void {
    const seat = this.#seats.get(id);
    if (seat) seat.lost ??= new Set();
  }

  endSync(id: ConnectionId): void {
    const seat = this.#seats.get(id);
    if (seat) seat.lost = undefined;
  }

  /** Puts one socket into the rooms of these chats, less those its person lost since `beginSync`. */
  join(id: ConnectionId, chats: readonly { c: ChatId; kind: number }[]): void {
    const seat = this.#seats.get(id);
    if (!seat) return;
    for (const { c, kind } of chats) if (!seat.lost?.has(c)) this.#join(seat, c, kind);
  }

  /** Takes one socket out of every chat that is not in the list. */
  keepOnly(id: ConnectionId, chats: ReadonlySet<ChatId>): void {
    const seat = this.#seats.get(id);
    if (!seat) return;
    for (const c of seat.chats.keys()) if (!chats.has(c)) this.#leave(seat, c);
  }

  joinPerson(user: UserId, c: ChatId, kind: number): void {
    for (const seat of this.#seatsOf(user)) {
      seat.lost?.delete(c);
      this.#join(seat, c, kind);
    }
  }

  leavePerson(user: UserId, c: ChatId): void {
    for (const seat of this.#seatsOf(user)) {
      seat.lost?.add(c);
      this.#leave(seat, c);
    }
  }

  /**
   * Follows the member rows of a change, before the change itself is emitted: who is out does not hear of it, who is in does.
   * Only where a member id is the account's id; members of communities come and go by their person's `ue`.
   */
  applyMembers(c: ChatId, kind: number, members: readonly Mem[]): void {
    if (kind === chatKind.community) return;
    for (const member of members) {
      const user = toUserId(member.u);
      if (member.st === memberState.joined) this.joinPerson(user, c, kind);
      else this.leavePerson(user, c);
    }
  }

  /** Declares what the socket shows; chats it is not in are left out. Answers which were opened and closed. */
  setOpen(id: ConnectionId, wanted: readonly ChatId[]): { open: ChatId[]; opened: ChatId[]; closed: ChatId[] } {
    const seat = this.#seats.get(id);
    if (!seat) return { open: [], opened: [], closed: [] };
    const next = new Set(wanted.filter((c) => seat.chats.has(c)));
    const opened = [...next].filter((c) => !seat.open.has(c));
    const closed = [...seat.open].filter((c) => !next.has(c));
    for (const c of opened) this.#ports.delivery.join(id, roomOf.open(c));
    for (const c of closed) this.#ports.delivery.leave(id, roomOf.open(c));
    seat.open = next;
    return { open: [...next], opened, closed };
  }

  setWatched(id: ConnectionId, people: readonly UserId[]): void {
    const seat = this.#seats.get(id);
    if (!seat) return;
    const next = new Set(people);
    for (const user of next) if (!seat.watched.has(user)) this.#ports.delivery.join(id, roomOf.presence(user));
    for (const user of seat.watched) if (!next.has(user)) this.#ports.delivery.leave(id, roomOf.presence(user));
    seat.watched = next;
  }

  #seatsOf(user: UserId): Seat[] {
    return [...(this.#people.get(user) ?? [])].flatMap((id) => this.#seats.get(id) ?? []);
  }

  #join(seat: Seat, c: ChatId, kind: number): void {
    if (seat.chats.has(c)) return;
    seat.chats.set(c, kind);
    this.#ports.delivery.join(seat.connection.id, isBig(kind) ? roomOf.heads(c) : roomOf.chat(c));
    this.#ports.retain(c);
  }

  #leave(seat: Seat, c: ChatId): void {
    const kind = seat.chats.get(c);
    if (kind === undefined) return;
    seat.chats.delete(c);
    this.#ports.delivery.leave(seat.connection.id, isBig(kind) ? roomOf.heads(c) : roomOf.chat(c));
    if (seat.open.delete(c)) this.#ports.delivery.leave(seat.connection.id, roomOf.open(c));
    this.#ports.release(c);
  }
}
