import type { ReadState } from '#protocol/entities/receipt.ts';
import { loneEpoch } from '#protocol/loneEpoch.ts';
import type { AppId, ChatId, DeviceId, UserId } from '#protocol/ids.ts';
import type { OwnedReadState } from '#server/storage/rows/readStates.ts';
import type { ChatChange } from '#server/storage/units/chats/chatChange.ts';
import type { AppendAnswer, AppendRequest } from '#server/storage/units/messages/appendTypes.ts';
import type { ThreadTold } from '#server/storage/units/threads/ThreadTold.ts';
import { Announcer } from './announcer.ts';
import type { ConnectionId, LiveConnection } from './connection.ts';
import type { LiveParts } from './createLive.ts';
import type { LiveDoor } from './liveDoor.ts';
import type { LivePort, RoomChat, ViewState, ViewWish } from './livePort.ts';
import {
  followFirst,
  peerReadsPorts,
  receiptsPorts,
  sweeperPorts,
  trackerPorts,
  userEventsPorts,
  watchersPorts,
} from './partPorts.ts';
import { Outlet } from './outlet.ts';
import { ballotsPorts, reactionsPorts, readMarksPorts, sequencerPorts } from './queuePorts.ts';
import { PeerReads } from './peerReads.ts';
import { Presence } from './presence.ts';
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
import { Wishes, type ReactionWish, type VoteWish } from './wishes.ts';

/** The parts of one node, wired. What services ask begins here; what is durable goes through the announcer to all nodes, and on each through the tracker to the outlet. */
export class LiveNode implements LivePort, LiveDoor {
  readonly #parts: Required<LiveParts>;
  readonly #rooms: Rooms;
  readonly #tracker: Tracker;
  readonly #outlet: Outlet;
  readonly #sequencer: Sequencer;
  readonly #readMarks: ReadMarks;
  readonly #reactions: Wishes<ReactionWish>;
  readonly #ballots: Wishes<VoteWish>;
  readonly #receipts: Receipts;
  readonly #peerReads: PeerReads;
  readonly #typing: Typing;
  readonly #presence: Presence;
  readonly #watchers: Watchers;
  readonly #userEvents: UserEvents;
  readonly #sweeper: Sweeper;
  readonly #announcer: Announcer;
  /** newest view each connection declared */
  readonly #views = new Map<ConnectionId, number>();

  constructor(parts: Required<LiveParts>) {
    this.#parts = parts;
    const { delivery, clock } = parts;
    this.#rooms = new Rooms({
      delivery,
      retain: (c) => this.#tracker.retain(c),
      release: (c) => this.#tracker.release(c),
      flush: (c) => this.#outlet.flush(c),
      tellPending: (c, id, tier) => this.#outlet.tellPending(c, id, tier),
    });
    this.#typing = new Typing(delivery, clock);
    this.#presence = new Presence(delivery, clock);
    this.#watchers = new Watchers(watchersPorts(parts, this.#rooms, this.#presence));
    this.#receipts = new Receipts(receiptsPorts(parts));
    this.#peerReads = new PeerReads(peerReadsPorts(parts, this.#rooms));
    this.#outlet = new Outlet({
      ...{ clock, delivery, rooms: this.#rooms, receipts: this.#receipts, typing: this.#typing },
      isLate: parts.isLate,
      after: (c, rev, work) => this.#tracker.after(c, rev, work),
    });
    this.#tracker = new Tracker(trackerPorts(parts, this.#outlet));
    this.#userEvents = new UserEvents(userEventsPorts(parts, this.#rooms, this.#tracker));
    const swept = {
      rooms: this.#rooms,
      tracker: this.#tracker,
      userEvents: this.#userEvents,
      peerReads: this.#peerReads,
      outlet: this.#outlet,
    };
    this.#sweeper = new Sweeper(sweeperPorts(parts, swept));
    this.#announcer = this.#makeAnnouncer();
    this.#sequencer = new Sequencer(
      sequencerPorts(parts, { announcer: this.#announcer, tracker: this.#tracker, rooms: this.#rooms }),
    );
    this.#readMarks = new ReadMarks(readMarksPorts(parts, this.#announcer));
    this.#reactions = new Wishes(reactionsPorts(parts, this.#announcer));
    this.#ballots = new Wishes(ballotsPorts(parts, this.#announcer));
  }

  // —— what services ask ——

  publishChange(change: ChatChange): void {
    this.#announcer.change(change);
  }

  publishThread(told: ThreadTold): void {
    this.#announcer.thread(told);
  }

  publishUser(userId: UserId): void {
    this.#announcer.user(userId);
  }

  publishReads(reads: OwnedReadState[]): void {
    this.#announcer.reads(reads);
  }

  publishDeclined(c: ChatId, userId: UserId): void {
    this.#announcer.declined(c, userId);
  }

  publishAsked(userId: UserId): void {
    this.#announcer.asked(userId);
  }

  publishApp(app: AppId, st: number): void {
    this.#announcer.app(app, st);
  }

  revokeDevices(userId: UserId, devices: DeviceId[]): void {
    this.#announcer.revoke(userId, devices);
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
    return this.#reactions.wish(c, wish);
  }

  vote(c: ChatId, wish: VoteWish): Promise<number> {
    return this.#ballots.wish(c, wish);
  }

  markRead(wish: ReadWish): Promise<ReadState | undefined> {
    return this.#readMarks.mark(wish);
  }

  beginSync(): number {
    return this.#rooms.mark();
  }

  async enterRooms(connection: ConnectionId, chats: readonly RoomChat[], mark: number): Promise<ChatId[]> {
    const user = this.#rooms.connection(connection)?.userId;
    if (user !== undefined) await this.#userEvents.ready(user);
    const begun = await followFirst(this.#tracker, chats);
    await this.#tracker.reach(chats);
    const known = chats.filter(({ c }) => !begun.includes(c));
    const lost = this.#rooms.join(connection, known, mark);
    await this.#tracker.track(known.map(({ c }) => c));
    return [...begun, ...lost];
  }

  finishSync(connection: ConnectionId, chats: readonly (RoomChat & { rev: number })[], mark: number): void {
    this.#rooms.keepOnly(connection, new Set(chats.map(({ c }) => c)), mark);
    for (const { c, rev } of chats) this.#tracker.notice(c, rev);
    const winner = this.#rooms.connection(connection);
    if (!winner || winner.epoch === loneEpoch) return;
    for (const other of this.#rooms.connectionsOf(winner.userId)) {
      const isSame = other.deviceId === winner.deviceId && other.epoch !== loneEpoch;
      if (isSame && other.id !== winner.id && other.epoch <= winner.epoch)
        this.#parts.delivery.kick(other.id, 'ELSEWHERE', winner.conn);
    }
  }

  strangeTo(id: ConnectionId, chats: readonly ChatId[]): ChatId[] {
    return this.#rooms.strangeTo(id, chats);
  }

  async setView(id: ConnectionId, view: ViewWish): Promise<ViewState> {
    const connection = this.#rooms.connection(id);
    if (!connection) return { revs: [], rc: [], on: [] };
    const isNewest = view.v >= (this.#views.get(id) ?? -1);
    if (isNewest) {
      this.#views.set(id, view.v);
      this.#presence.set(connection, view.vis === 1);
    }
    const rooms = isNewest ? (view.rooms ?? []) : [];
    const { open, opened, closed } = this.#rooms.setOpen(id, isNewest ? view.open : this.#rooms.openOf(id), rooms);
    if (isNewest) this.#rooms.setVisible(id, view.vis === 1);
    await this.#tracker.track(rooms.map(({ c }) => c).filter((c) => open.includes(c)));
    this.#close(closed);
    if (isNewest) await this.#watchers.wish(connection, view.watch);
    await this.#peerReads.opened(id, connection.userId, opened);
    const rc = await this.#receipts.open(open);
    const revs = open.flatMap((c): [ChatId, number][] => {
      const rev = this.#tracker.lastRev(c);
      return rev === undefined ? [] : [[c, rev]];
    });
    const on = open.filter((c) => this.#rooms.isBig(c)).map((c): [ChatId, number] => [c, this.#rooms.countPeople(c)]);
    return { revs, rc, on };
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
    const mid = this.#rooms.memberOn(id, c);
    if (mid !== undefined) this.#announcer.typing(c, mid);
  }

  hidden(): ConnectionId[] {
    return this.#rooms.hidden();
  }

  start(): void {
    this.#sweeper.start();
  }

  async stop(): Promise<void> {
    this.#sweeper.stop();
    await this.#sequencer.idle();
    await this.#reactions.flush();
    await this.#ballots.flush();
    await this.#readMarks.flush();
    this.#tracker.stop();
    this.#outlet.stop();
    this.#receipts.stop();
    this.#typing.stop();
    this.#presence.stop();
    this.#parts.bus.close();
  }

  // —— inside ——

  #close(chats: readonly ChatId[]): void {
    for (const c of chats) {
      if (this.#parts.delivery.roomSize(roomOf.open(c)) > 0) continue;
      this.#receipts.close(c);
      this.#typing.forget(c);
    }
  }

  #makeAnnouncer(): Announcer {
    const { bus, delivery, failed } = this.#parts;
    return new Announcer({
      ...{ bus, delivery, failed },
      rooms: this.#rooms,
      tracker: this.#tracker,
      outlet: this.#outlet,
      receipts: this.#receipts,
      peerReads: this.#peerReads,
      typing: this.#typing,
      watchers: this.#watchers,
      userEvents: this.#userEvents,
      sweeper: this.#sweeper,
    });
  }
}
