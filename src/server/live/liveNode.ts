import { chatKind } from '#protocol/entities/chat.ts';
import type { Delta } from '#protocol/entities/chat.ts';
import type { ReadState, ReceiptSteps } from '#protocol/entities/receipt.ts';
import { toMemberId, type ChatId, type DeviceId, type UserId } from '#protocol/ids.ts';
import type { OwnedReadState } from '#server/storage/rows/readStates.ts';
import type { ChatChange } from '#server/storage/units/chats/chatChange.ts';
import type { AppendAnswer, AppendOutput, AppendRequest } from '#server/storage/units/messages/appendTypes.ts';
import type { BusMessage } from './bus.ts';
import type { ConnectionId, LiveConnection } from './connection.ts';
import type { LiveParts } from './createLive.ts';
import type { LiveDoor } from './liveDoor.ts';
import type { LivePort, RoomChat, ViewState, ViewWish } from './livePort.ts';
import {
  peerReadsPorts,
  receiptsPorts,
  sweeperPorts,
  trackerPorts,
  userEventsPorts,
  watchersPorts,
} from './partPorts.ts';
import { Outlet } from './outlet.ts';
import { PeerReads } from './peerReads.ts';
import { Presence } from './presence.ts';
import { Reactions, type ReactionWish } from './reactions.ts';
import { ReadMarks, type ReadWish } from './readMarks.ts';
import { Receipts } from './receipts.ts';
import { roomOf } from './roomOf.ts';
import { Rooms } from './rooms.ts';
import { Sequencer } from './sequencer.ts';
import { Sweeper } from './sweeper.ts';
import { Tracker } from './tracker.ts';
import { Typing } from './typing.ts';
import { UserEvents } from './userEvents.ts';
import { Watchers } from './watchers.ts';

/** After a loss on the bus people's devices ask for their rows again, spread over this time, ms. */
const resyncMs = 10_000;

/** The parts of one node, wired. Everything that comes in, from own services or from the bus, goes through the tracker, and from there to the outlet. */
export class LiveNode implements LivePort, LiveDoor {
  readonly #parts: Required<LiveParts>;
  readonly #rooms: Rooms;
  readonly #tracker: Tracker;
  readonly #outlet: Outlet;
  readonly #sequencer: Sequencer;
  readonly #readMarks: ReadMarks;
  readonly #reactions: Reactions;
  readonly #receipts: Receipts;
  readonly #peerReads: PeerReads;
  readonly #typing: Typing;
  readonly #presence: Presence;
  readonly #watchers: Watchers;
  readonly #userEvents: UserEvents;
  readonly #sweeper: Sweeper;
  /** newest view each connection declared */
  readonly #views = new Map<ConnectionId, number>();

  constructor(parts: Required<LiveParts>) {
    this.#parts = parts;
    const { delivery, clock } = parts;
    this.#rooms = new Rooms({
      delivery,
      retain: (c) => this.#tracker.retain(c),
      release: (c) => this.#tracker.release(c),
    });
    this.#typing = new Typing(delivery, clock);
    this.#presence = new Presence(delivery, clock);
    this.#watchers = new Watchers(watchersPorts(parts, this.#rooms, this.#presence));
    this.#receipts = new Receipts(receiptsPorts(parts));
    this.#peerReads = new PeerReads(peerReadsPorts(parts, this.#rooms));
    this.#outlet = new Outlet({ delivery, rooms: this.#rooms, receipts: this.#receipts, typing: this.#typing });
    this.#tracker = new Tracker(trackerPorts(parts, this.#outlet));
    this.#sequencer = this.#makeSequencer();
    this.#readMarks = this.#makeReadMarks();
    this.#reactions = this.#makeReactions();
    this.#userEvents = new UserEvents(userEventsPorts(parts, this.#rooms, this.#tracker));
    this.#sweeper = new Sweeper(
      sweeperPorts(parts, {
        rooms: this.#rooms,
        tracker: this.#tracker,
        userEvents: this.#userEvents,
        peerReads: this.#peerReads,
      }),
    );
    parts.bus.onMessage((message) => this.#receive(message));
    parts.bus.onGap(() => this.#lookAgain());
  }

  // —— what services ask ——

  publishDelta(delta: Delta, personal?: ChatChange['personal']): void {
    const change = personal && personal.length > 0 ? { delta, personal } : { delta };
    this.#parts.bus.publish({ t: 'change', change });
    this.#accept(change);
  }

  publishUser(userId: UserId): void {
    this.#parts.bus.publish({ t: 'user', user: userId });
    this.#acceptUser(userId);
  }

  publishReads(reads: OwnedReadState[]): void {
    if (reads.length === 0) return;
    this.#parts.bus.publish({ t: 'reads', reads });
    this.#acceptReads(reads);
  }

  revokeDevices(userId: UserId, devices: DeviceId[]): void {
    this.#parts.bus.publish({ t: 'revoke', user: userId, devices });
    this.#revoke(userId, devices);
  }

  heal(c: ChatId): void {
    void this.#tracker.heal(c);
  }

  noticeRev(c: ChatId, rev: number): void {
    this.#tracker.notice(c, rev);
  }

  sendMessages(c: ChatId, request: AppendRequest): Promise<AppendAnswer[]> {
    return this.#sequencer.send(c, request);
  }

  react(c: ChatId, wish: ReactionWish): Promise<number> {
    return this.#reactions.react(c, wish);
  }

  markRead(wish: ReadWish): Promise<ReadState | undefined> {
    return this.#readMarks.mark(wish);
  }

  beginSync(): number {
    return this.#rooms.mark();
  }

  async enterRooms(connection: ConnectionId, chats: readonly RoomChat[], mark: number): Promise<void> {
    await this.#tracker.reach(chats);
    this.#rooms.join(connection, chats, mark);
    await this.#tracker.track(chats.map(({ c }) => c));
  }

  finishSync(connection: ConnectionId, chats: readonly (RoomChat & { rev: number })[], mark: number): void {
    this.#rooms.keepOnly(connection, new Set(chats.map(({ c }) => c)), mark);
    for (const { c, rev } of chats) this.#tracker.notice(c, rev);
    const winner = this.#rooms.connection(connection);
    if (!winner) return;
    for (const other of this.#rooms.connectionsOf(winner.userId)) {
      const isOlder = other.deviceId === winner.deviceId && other.id !== winner.id && other.epoch <= winner.epoch;
      if (isOlder) this.#parts.delivery.kick(other.id, 'ELSEWHERE', winner.conn);
    }
  }

  async setView(id: ConnectionId, view: ViewWish): Promise<ViewState> {
    const connection = this.#rooms.connection(id);
    if (!connection) return { revs: [], rc: [] };
    const isNewest = view.v >= (this.#views.get(id) ?? -1);
    if (isNewest) {
      this.#views.set(id, view.v);
      this.#presence.set(connection, view.vis === 1);
    }
    const { open, opened, closed } = this.#rooms.setOpen(id, isNewest ? view.open : this.#rooms.openOf(id));
    this.#close(closed);
    if (isNewest) await this.#watchers.wish(connection, view.watch);
    await this.#peerReads.opened(id, connection.userId, opened);
    const rc: [ChatId, ReceiptSteps][] = [];
    for (const c of open) {
      const steps = await this.#receipts.open(c);
      if (steps.length > 0) rc.push([c, steps]);
    }
    const revs = open.flatMap((c): [ChatId, number][] => {
      const rev = this.#tracker.lastRev(c);
      return rev === undefined ? [] : [[c, rev]];
    });
    return { revs, rc };
  }

  // —— what the transport tells ——

  onConnect(connection: LiveConnection): void {
    this.#rooms.enter(connection);
    this.#presence.set(connection, connection.vis === 1);
    this.#userEvents.enter(connection.userId);
  }

  onDisconnect(id: ConnectionId): void {
    const gone = this.#rooms.exit(id);
    this.#views.delete(id);
    this.#watchers.forget(id);
    if (!gone) return;
    this.#presence.remove(gone.connection);
    this.#close(gone.open);
    if (!this.#rooms.isHere(gone.connection.userId)) this.#userEvents.exit(gone.connection.userId);
  }

  onTyping(id: ConnectionId, c: ChatId): void {
    const connection = this.#rooms.connection(id);
    const kind = this.#rooms.kindOn(id, c);
    // Who types in a community is known there by another number than his account's.
    if (!connection || kind === undefined || kind === chatKind.community) return;
    const who = toMemberId(connection.userId);
    this.#typing.note(c, who);
    this.#parts.bus.publish({ t: 'typing', c, who });
  }

  hidden(): ConnectionId[] {
    return this.#rooms
      .connections()
      .flatMap((connection) => (this.#presence.isVisible(connection) ? [] : connection.id));
  }

  start(): void {
    this.#sweeper.start();
  }

  async stop(): Promise<void> {
    this.#sweeper.stop();
    await this.#sequencer.idle();
    await this.#reactions.flush();
    await this.#readMarks.flush();
    this.#tracker.stop();
    this.#receipts.stop();
    this.#typing.stop();
    this.#presence.stop();
    this.#parts.bus.close();
  }

  // —— inside ——

  #receive(message: BusMessage): void {
    if (message.t === 'change') this.#accept(message.change);
    else if (message.t === 'user') this.#acceptUser(message.user);
    else if (message.t === 'reads') this.#acceptReads(message.reads);
    else if (message.t === 'typing') this.#typing.note(message.c, message.who);
    else this.#revoke(message.user, message.devices);
  }

  #accept(change: ChatChange): void {
    const { c, b, head } = change.delta;
    // The newest message is not the one the head shows: it is hidden from somebody. Only the database knows what each of the two may see.
    if (head.ls > (head.l?.s ?? 0) && this.#tracker.lastRev(c) !== undefined) {
      this.#tracker.notice(c, b);
      void this.#tracker.heal(c);
    } else this.#tracker.onChange(change);
  }

  #acceptUser(user: UserId): void {
    this.#userEvents.notice(user);
    // Whom he has added or blocked, or who may see him, may have changed.
    this.#watchers.recheck(user).catch((error: unknown) => this.#parts.failed('watchers', error));
  }

  #acceptReads(reads: OwnedReadState[]): void {
    this.#outlet.emitReads(reads);
    this.#peerReads.moved(reads);
  }

  /** The bus may have lost anything. Revs show what is missing; read positions do not: the counts are read again, and people's devices ask. */
  #lookAgain(): void {
    void this.#sweeper.sweepAll();
    this.#watchers.recheckAll().catch((error: unknown) => this.#parts.failed('watchers', error));
    this.#receipts.renewAll();
    this.#peerReads.tellViewers();
    for (const user of this.#rooms.people())
      this.#parts.delivery.emitSignal({ room: roomOf.user(user) }, 'resync', { scope: 'me', in: resyncMs });
  }

  #revoke(userId: UserId, devices: DeviceId[]): void {
    for (const { id, deviceId } of this.#rooms.connectionsOf(userId))
      if (devices.includes(deviceId)) this.#parts.delivery.kick(id, 'REVOKED');
  }

  #close(chats: readonly ChatId[]): void {
    for (const c of chats) {
      if (this.#parts.delivery.roomSize(roomOf.open(c)) > 0) continue;
      this.#receipts.close(c);
      this.#typing.forget(c);
    }
  }

  #committed(c: ChatId, output: AppendOutput): void {
    // Before the delta: whoever had blocked the sender would see the count rise otherwise.
    this.publishReads(output.reads);
    if (output.delta) this.publishDelta(output.delta, output.personal);
    for (const user of output.settings) this.publishUser(user);
    if (output.hasDuplicate) void this.#tracker.heal(c);
  }

  #makeSequencer(): Sequencer {
    return new Sequencer({
      append: (c, requests) => this.#parts.storage.run('appendMessages', { c, requests }),
      committed: (c, output) => this.#committed(c, output),
      inDoubt: (c) => void this.#tracker.heal(c),
      failed: this.#parts.failed,
    });
  }

  #makeReadMarks(): ReadMarks {
    const { storage, clock } = this.#parts;
    return new ReadMarks({
      clock,
      flush: async (wishes) => {
        const marks = wishes.map(({ c, user, seq }) => ({ c, userId: user, s: seq }));
        const output = await storage.run('flushReads', marks);
        for (const user of output.settings) this.publishUser(user);
        return output.reads;
      },
      moved: (reads) => this.publishReads(reads),
    });
  }

  #makeReactions(): Reactions {
    const { storage, clock } = this.#parts;
    return new Reactions({
      clock,
      write: async (c, wishes) => {
        const items = wishes.map(({ user, seq, emoji, op }) => ({ userId: user, s: seq, e: emoji, op }));
        const { answers, delta, personal } = await storage.run('setReactions', { c, items });
        return { outcomes: answers, ...(delta ? { change: { delta, personal } } : {}) };
      },
      committed: ({ delta, personal }) => this.publishDelta(delta, personal),
    });
  }
}
