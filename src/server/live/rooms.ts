import type { Mem } from '#protocol/entities/members.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatId, MemberId, UserId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import type { ConnectionId, LiveConnection } from './connection.ts';
import type { DeliveryPort } from './deliveryPort.ts';
import type { Tier } from './digests.ts';
import type { RoomChat } from './livePort.ts';
import { roomOf } from './roomOf.ts';
import { isBig, newsTierOf, tierOf, type Place, type Seat } from './seat.ts';

/** A chat to put sockets into. `mid`: the person's number there; `isQuiet`: he has silenced it. */
export type RoomWish = Pick<RoomChat, 'c' | 'kind' | 'mid' | 'isQuiet'>;

/** A room of a community, or a thread, that a socket wants to show. */
export interface RoomToOpen {
  c: ChatId;
  parent: ChatId;
  within: ChatId;
  mid: MemberId;
}

/** What joining and leaving means for others. */
export interface RoomsPorts {
  readonly delivery: DeliveryPort;
  /** A chat has one more or one less local member socket. */
  retain(c: ChatId): void;
  release(c: ChatId): void;
  /** Sends what waits for the chat's rooms: it was made for those who are in them now, not for who comes. */
  flush(c: ChatId): void;
  /** Tells a socket that leaves a tier what it would have heard there: the tier that it comes into may have been told already. */
  tellPending(c: ChatId, id: ConnectionId, tier: Tier): void;
}

/** Member rows of a change do not say the kind; they travel everywhere but in communities, and the other kinds of chat share one kind of room. */
const unknownKind = 0;

function add(counts: Map<ChatId, number>, c: ChatId, more: number): void {
  const count = (counts.get(c) ?? 0) + more;
  if (count > 0) counts.set(c, count);
  else counts.delete(c);
}

/** Which local socket is in which room. Membership is a cache here: it follows the member rows of emitted changes and the answers of `sync.open`. */
export class Rooms {
  readonly #ports: RoomsPorts;
  readonly #seats = new Map<ConnectionId, Seat>();
  readonly #people = new Map<UserId, Set<ConnectionId>>();
  /** when a person lost a chat, in changes of rooms */
  readonly #losses = new Map<UserId, Map<ChatId, number>>();
  /** sockets that show each chat */
  readonly #shown = new Map<ChatId, number>();
  /** sockets in each community */
  readonly #big = new Map<ChatId, number>();
  #changes = 0;

  constructor(ports: RoomsPorts) {
    this.#ports = ports;
  }

  enter(connection: LiveConnection): void {
    this.#seats.set(connection.id, {
      connection,
      chats: new Map(),
      open: new Set(),
      watched: new Set(),
      isVisible: connection.vis === 1,
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
    if (own?.size === 0) {
      this.#people.delete(seat.connection.userId);
      this.#losses.delete(seat.connection.userId);
    }
    return { connection: seat.connection, open };
  }

  connection(id: ConnectionId): LiveConnection | undefined {
    return this.#seats.get(id)?.connection;
  }

  /** Sockets of which no tab is visible, the oldest first. */
  hidden(): ConnectionId[] {
    return [...this.#seats].flatMap(([id, { isVisible }]) => (isVisible ? [] : id));
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

  /** Kind of a chat the person has a socket in; undefined when it is not known here. */
  kindFor(user: UserId, c: ChatId): number | undefined {
    for (const seat of this.#seatsOf(user)) {
      const kind = seat.chats.get(c)?.kind;
      if (kind !== undefined && kind !== unknownKind) return kind;
    }
    return undefined;
  }

  /** The person's number in a chat whose room the socket is in. */
  memberOn(id: ConnectionId, c: ChatId): MemberId | undefined {
    return this.#seats.get(id)?.chats.get(c)?.mid;
  }

  /** Whether the chat has members here and is of the kind whose changes go only to who shows it. */
  isBig(c: ChatId): boolean {
    return this.#big.has(c);
  }

  /** The room whose sockets get every packet of the chat: those of a community get its head only, unless they show it. */
  everyPacket(c: ChatId): string {
    return this.isBig(c) ? roomOf.open(c) : roomOf.chat(c);
  }

  /** People with a socket in the chat; looks at all sockets of the node, so it is for rare cases. */
  countPeople(c: ChatId): number {
    return new Set(this.seatsIn(c).map(({ userId }) => userId)).size;
  }

  openOf(id: ConnectionId): ChatId[] {
    return [...(this.#seats.get(id)?.open ?? [])];
  }

  /** Take it before a membership read and give it to the join: a read that began before a removal must not bring the person back in. */
  mark(): number {
    return this.#changes;
  }

  /** Puts one socket into the rooms of these chats, less those its person lost after `mark`, which it answers: the membership that was read may be from before that or after, and is to be read again. */
  join(id: ConnectionId, chats: readonly RoomWish[], mark: number): ChatId[] {
    const seat = this.#seats.get(id);
    if (!seat) return [];
    const lost = chats.filter(({ c }) => this.#isLost(seat.connection.userId, c, mark)).map(({ c }) => c);
    for (const chat of chats) if (!lost.includes(chat.c)) this.#join(seat, chat);
    return lost;
  }

  /** Takes one socket out of every chat that is not in the list, which was read after `mark`; what it joined since is newer than the list. */
  keepOnly(id: ConnectionId, chats: ReadonlySet<ChatId>, mark: number): void {
    const seat = this.#seats.get(id);
    if (!seat) return;
    for (const [c, { at, parent }] of seat.chats)
      if (parent === undefined && !chats.has(c) && at <= mark) this.#leave(seat, c);
  }

  /** Puts all sockets of a person into a chat. False where he lost it after `mark`: see {@link join}. */
  joinPerson(user: UserId, chat: RoomWish, mark: number): boolean {
    if (this.#isLost(user, chat.c, mark)) return false;
    for (const seat of this.#seatsOf(user)) this.#join(seat, chat);
    return true;
  }

  leavePerson(user: UserId, c: ChatId): void {
    if (!this.isHere(user)) return;
    this.#changes += 1;
    const losses = this.#losses.get(user) ?? new Map<ChatId, number>();
    this.#losses.set(user, losses.set(c, this.#changes));
    for (const seat of this.#seatsOf(user)) this.#leave(seat, c);
  }

  /** People who are not in a community any more: its changes bring no member rows. */
  dropPeople(c: ChatId, people: readonly UserId[]): void {
    for (const user of people) this.leavePerson(user, c);
  }

  /**
   * Follows the member rows of a change, before the change itself is emitted: who is out does not hear of it, who is in does.
   * Member rows travel only where a member id is the account's id; members of communities come and go by their person's `ue`.
   */
  applyMembers(c: ChatId, members: readonly Mem[]): void {
    for (const member of members) {
      const user = toUserId(member.u);
      const chat = { c, kind: unknownKind, mid: member.u, isQuiet: false };
      if (member.st === memberState.joined) this.joinPerson(user, chat, this.#changes);
      else this.leavePerson(user, c);
    }
  }

  /** Sockets that are in the chat; looks at all sockets of the node, so it is for rare cases. */
  seatsIn(c: ChatId): LiveConnection[] {
    return [...this.#seats.values()].filter(({ chats }) => chats.has(c)).map(({ connection }) => connection);
  }

  /** Sockets of a person that get every packet of the chat; see {@link everyPacket}. */
  hearersOf(user: UserId, c: ChatId): ConnectionId[] {
    const isBigChat = this.isBig(c);
    return this.#seatsOf(user)
      .filter(({ chats, open }) => (isBigChat ? open.has(c) : chats.has(c)))
      .map(({ connection }) => connection.id);
  }

  /** Chats that somebody looks at. */
  viewed(): ChatId[] {
    return [...this.#shown.keys()];
  }

  /** Everybody who looks at a chat, once for each. */
  viewers(): { c: ChatId; userId: UserId }[] {
    const found = new Map<string, { c: ChatId; userId: UserId }>();
    for (const { open, connection } of this.#seats.values()) {
      for (const c of open) found.set(`${c}/${connection.userId}`, { c, userId: connection.userId });
    }
    return [...found.values()];
  }

  /** Which of these chats the socket is not in: rooms of communities perhaps. */
  strangeTo(id: ConnectionId, wanted: readonly ChatId[]): ChatId[] {
    const seat = this.#seats.get(id);
    return seat ? wanted.filter((c) => !seat.chats.has(c)) : [];
  }

  /** A community has only these rooms now: nobody looks at another any more. */
  keepRooms(parent: ChatId, rooms: ReadonlySet<ChatId>): void {
    for (const seat of this.#seats.values()) {
      for (const c of [...seat.open]) {
        const place = seat.chats.get(c);
        const within = place?.within ?? c;
        if (place?.parent === parent && within !== parent && !rooms.has(within)) this.#leave(seat, c);
      }
    }
  }

  /** Declares what the socket shows; chats it is not in are left out. Answers which were opened and closed. `rooms`: those of communities among them that its person may read. */
  setOpen(
    id: ConnectionId,
    wanted: readonly ChatId[],
    rooms: readonly RoomToOpen[] = [],
  ): { open: ChatId[]; opened: ChatId[]; closed: ChatId[] } {
    const seat = this.#seats.get(id);
    if (!seat) return { open: [], opened: [], closed: [] };
    for (const { c, parent, within, mid } of rooms) {
      // Who was taken out of the community since that was read is not in its rooms either.
      if (!wanted.includes(c) || !seat.chats.has(parent)) continue;
      this.#join(seat, { c, kind: chatKind.community, mid, isQuiet: false, parent, within });
    }
    const next = new Set(wanted.filter((c) => seat.chats.has(c)));
    const opened = [...next].filter((c) => !seat.open.has(c));
    const closed = [...seat.open].filter((c) => !next.has(c));
    seat.open = next;
    for (const c of [...opened, ...closed]) this.#ports.flush(c);
    for (const c of opened) {
      add(this.#shown, c, 1);
      this.#ports.delivery.join(id, roomOf.open(c));
      this.#leaveTier(seat, c);
      const place = seat.chats.get(c);
      if (place) this.#tellLeft(seat, c, tierOf(seat, place));
    }
    for (const c of closed) {
      add(this.#shown, c, -1);
      this.#enterTier(seat, c);
      this.#ports.delivery.leave(id, roomOf.open(c));
      this.#tellLeft(seat, c, 'heads');
      if (seat.chats.get(c)?.parent !== undefined) this.#leave(seat, c);
    }
    return { open: [...next], opened, closed };
  }

  /** Whether a tab of the socket is visible: who is away hears of communities less often. */
  setVisible(id: ConnectionId, isVisible: boolean): void {
    const seat = this.#seats.get(id);
    if (!seat || seat.isVisible === isVisible) return;
    const told = [...seat.chats].filter(([c, { kind, isQuiet }]) => isBig(kind) && !isQuiet && !seat.open.has(c));
    const before = seat.isVisible ? 'heads' : 'away';
    for (const [c] of told) this.#leaveTier(seat, c);
    seat.isVisible = isVisible;
    for (const [c] of told) {
      this.#enterTier(seat, c);
      this.#tellLeft(seat, c, before);
    }
  }

  /** Whom the socket watches. */
  watchedOn(id: ConnectionId): ReadonlySet<UserId> {
    return this.#seats.get(id)?.watched ?? new Set();
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

  #isLost(user: UserId, c: ChatId, mark: number): boolean {
    return (this.#losses.get(user)?.get(c) ?? 0) > mark;
  }

  #join(seat: Seat, { c, kind, mid, isQuiet, parent, within }: RoomWish & Pick<Place, 'parent' | 'within'>): void {
    const known = seat.chats.get(c);
    if (known) return this.#update(seat, c, known, { kind, isQuiet });
    this.#ports.flush(c);
    this.#changes += 1;
    seat.chats.set(c, {
      ...{ kind, mid, isQuiet, at: this.#changes },
      ...(parent === undefined ? {} : { parent }),
      ...(within === undefined ? {} : { within }),
    });
    if (isBig(kind)) add(this.#big, c, 1);
    this.#enterTier(seat, c);
    this.#ports.retain(c);
  }

  #update(seat: Seat, c: ChatId, known: Place, { kind, isQuiet }: Pick<Place, 'kind' | 'isQuiet'>): void {
    if (known.kind === unknownKind) known.kind = kind;
    // Who came in by a member row of the change is known without his settings.
    if (known.isQuiet === isQuiet || kind === unknownKind) return;
    if (seat.open.has(c)) return void (known.isQuiet = isQuiet);
    const before = tierOf(seat, known);
    this.#leaveTier(seat, c);
    known.isQuiet = isQuiet;
    this.#enterTier(seat, c);
    this.#tellLeft(seat, c, before);
  }

  #leave(seat: Seat, c: ChatId): void {
    const place = seat.chats.get(c);
    if (!place) return;
    if (seat.open.delete(c)) {
      add(this.#shown, c, -1);
      this.#ports.delivery.leave(seat.connection.id, roomOf.open(c));
    }
    this.#ports.delivery.leave(seat.connection.id, this.#tierOf(seat, c, place));
    seat.chats.delete(c);
    // A socket is in a room only while it shows it.
    for (const room of [...seat.open]) if (seat.chats.get(room)?.parent === c) this.#leave(seat, room);
    if (isBig(place.kind)) add(this.#big, c, -1);
    this.#ports.release(c);
  }

  /** The room by which a socket that does not show the chat hears of it. */
  #tierOf(seat: Seat, c: ChatId, place: Place): string {
    return isBig(place.kind) ? roomOf[tierOf(seat, place)](c) : roomOf.chat(c);
  }

  #enterTier(seat: Seat, c: ChatId): void {
    const place = seat.chats.get(c);
    // Of rooms their community tells.
    if (place && place.parent === undefined)
      this.#ports.delivery.join(seat.connection.id, this.#tierOf(seat, c, place));
  }

  /** The socket heard of the community with this tier until now. What waits there it is told at once, if it hears with another from now on: that one may have told it before. */
  #tellLeft(seat: Seat, c: ChatId, left: Tier): void {
    const place = seat.chats.get(c);
    if (!place || !isBig(place.kind) || place.parent !== undefined) return;
    if (newsTierOf(seat, c, place) !== left) this.#ports.tellPending(c, seat.connection.id, left);
  }

  /** Who shows a community gets its changes, which say all that its head does. */
  #leaveTier(seat: Seat, c: ChatId): void {
    const place = seat.chats.get(c);
    if (place && isBig(place.kind)) this.#ports.delivery.leave(seat.connection.id, this.#tierOf(seat, c, place));
  }
}
