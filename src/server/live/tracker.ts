import { AppError } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { ChatChange } from '#server/storage/units/chats/chatChange.ts';
import { FollowedChats, type FollowedChat } from './followedChats.ts';
import type { LiveClock } from './liveClock.ts';

/** What the tracker needs; `createLive` wires it. */
export interface TrackerPorts {
  readonly clock: LiveClock;
  /** Newest rev of each chat, from the database. */
  loadRevs(chats: ChatId[]): Promise<[ChatId, number][]>;
  /** Everything after `since` as one change that a room may see; undefined when nothing is newer. */
  loadChange(c: ChatId, since: number): Promise<ChatChange | undefined>;
  /** Sends a change to the chat's rooms. Called in rev order and without holes per chat. */
  emit(change: ChatChange): void;
  /** Applies the membership rows of a change that need not be emitted any more. */
  skip(change: ChatChange): void;
  /** A database read failed; it is tried again. */
  failed(what: string, error: unknown): void;
}

/** Wait for the missing change before asking the database, ms. */
const parkMs = 150;
const retryMs = 1_000;

/*
 *   (untracked) ──retain──▶ tracking ──head read──▶ live ──hole──▶ parked ──150 ms──▶ healing ──▶ live
 *        ▲                                           │
 *        └──────────── 60 s without a socket ────────┘
 * `lastRev` is set by the first head read and by emitting, never by another read: a socket that joined earlier would miss the difference.
 */

/** The same change from a later rev on; what it tells of before is known and does no harm. */
function startAt(change: ChatChange, a: number): ChatChange {
  const personal = change.personal?.map(({ userId, delta }) => ({ userId, delta: { ...delta, a } }));
  return { ...change, delta: { ...change.delta, a }, ...(personal ? { personal } : {}) };
}

/** Emits each followed chat's changes once, in order and without holes, whatever order they arrive in. */
export class Tracker {
  readonly #ports: TrackerPorts;
  readonly #chats: FollowedChats;

  constructor(ports: TrackerPorts) {
    this.#ports = ports;
    this.#chats = new FollowedChats(ports.clock);
  }

  /**
   * Follows the chats; resolves when their `lastRev` stands. Rejects when the database does not answer. Who enters a room must have been a member after that: of a
   * removal before it nobody here need hear in time.
   */
  async track(wanted: readonly ChatId[]): Promise<void> {
    const fresh: ChatId[] = [];
    const waits = new Set<Promise<void>>();
    for (const c of wanted) {
      const chat = this.#chats.open(c);
      if (chat.tracking) waits.add(chat.tracking);
      else if (chat.lastRev < 0) fresh.push(c);
    }
    if (fresh.length > 0) {
      const reading = this.#readRevs(fresh);
      for (const c of fresh) this.#chats.open(c).tracking = reading;
      waits.add(reading);
    }
    try {
      await Promise.all(waits);
    } finally {
      // Perhaps nobody comes.
      for (const c of fresh) this.#chats.lapse(c);
    }
  }

  /**
   * Emits what was before somebody came in, to those who are here: changes that are still on their way from another node were made for the room without him,
   * and must not reach him who enters it next. Rejects with UNAVAILABLE when the database does not answer.
   */
  async reach(wanted: readonly { c: ChatId; joinRev: number }[]): Promise<void> {
    await Promise.all(
      wanted.map(async ({ c, joinRev }) => {
        const chat = this.#chats.get(c);
        await chat?.tracking;
        // A healing that was under way may have read before he came in; the next one has not.
        for (let tries = 0; tries < 2 && this.#isShort(c, chat, joinRev); tries += 1) await this.heal(c);
        if (this.#isShort(c, chat, joinRev)) throw new AppError('UNAVAILABLE');
      }),
    );
  }

  onChange(change: ChatChange): void {
    const { around } = change;
    if (around) this.after(around.c, around.mr, () => this.#take(change));
    else this.#take(change);
  }

  /** Does the work when the chat has been emitted up to `rev`: those who are out by then have left its rooms. At once where nobody here is in the chat; if the last one goes meanwhile, nobody needs it. */
  after(c: ChatId, rev: number, work: () => void): void {
    const chat = this.#chats.get(c);
    const isFollowed = chat !== undefined && (chat.lastRev >= 0 || chat.tracking !== undefined || chat.sockets > 0);
    if (!isFollowed || chat.lastRev >= rev) return work();
    chat.waiting.push({ rev, work });
    this.notice(c, rev);
  }

  #take(change: ChatChange): void {
    const { c, b } = change.delta;
    const chat = this.#chats.get(c);
    if (!chat || (chat.lastRev < 0 && !chat.tracking)) return this.#ports.skip(change);
    if (chat.lastRev >= 0 && b <= chat.lastRev) return;
    chat.parked.push(change);
    if (chat.lastRev >= 0) this.#drain(c, chat);
  }

  /** Somebody read this rev from the database: wait for its change, and fetch it if it does not arrive. */
  notice(c: ChatId, rev: number): void {
    const chat = this.#chats.get(c);
    if (!chat || chat.lastRev < 0 || rev <= chat.lastRev) return;
    chat.known = Math.max(chat.known, rev);
    this.#waitForHole(c, chat, parkMs);
  }

  /** Fetches and emits what is newer than the last emission. Never rejects; a failed read is repeated. */
  heal(c: ChatId): Promise<void> {
    const chat = this.#chats.get(c);
    if (!chat || chat.lastRev < 0) return Promise.resolve();
    chat.healing ??= this.#healOnce(c, chat).finally(() => {
      chat.healing = undefined;
    });
    return chat.healing;
  }

  /** One more local member socket. */
  retain(c: ChatId): void {
    this.#chats.retain(c);
  }

  /** One local member socket less. */
  release(c: ChatId): void {
    this.#chats.release(c);
  }

  /** Rev emitted last here; undefined for a chat that is not followed (yet). */
  lastRev(c: ChatId): number | undefined {
    const rev = this.#chats.get(c)?.lastRev ?? -1;
    return rev < 0 ? undefined : rev;
  }

  followed(): ChatId[] {
    return this.#chats.ready();
  }

  /** Chats with local sockets whose first head read failed. */
  unfollowed(): ChatId[] {
    return this.#chats.unread();
  }

  stop(): void {
    this.#chats.stop();
  }

  #isShort(c: ChatId, chat: FollowedChat | undefined, rev: number): boolean {
    return chat !== undefined && this.#chats.holds(c, chat) && chat.lastRev >= 0 && chat.lastRev < rev;
  }

  #emit(chat: FollowedChat, change: ChatChange): void {
    const a = chat.lastRev;
    chat.lastRev = change.delta.b;
    this.#ports.emit(change.delta.a === a ? change : startAt(change, a));
  }

  /** Emits what connects, keeps what does not, forgets what is old. */
  #drain(c: ChatId, chat: FollowedChat): void {
    chat.parked.sort((one, other) => one.delta.a - other.delta.a || one.delta.b - other.delta.b);
    const waiting: ChatChange[] = [];
    for (const change of chat.parked) {
      if (change.delta.b <= chat.lastRev) continue;
      if (change.delta.a <= chat.lastRev) this.#emit(chat, change);
      else waiting.push(change);
    }
    chat.parked = waiting;
    this.#goOn(chat);
    if (waiting.length > 0 || chat.known > chat.lastRev) return this.#waitForHole(c, chat, parkMs);
    chat.stopPark?.();
    chat.stopPark = undefined;
  }

  /** Does what waited for what has been emitted now. */
  #goOn(chat: FollowedChat): void {
    const due = chat.waiting.filter(({ rev }) => rev <= chat.lastRev);
    if (due.length === 0) return;
    chat.waiting = chat.waiting.filter(({ rev }) => rev > chat.lastRev);
    for (const { work } of due) work();
  }

  #waitForHole(c: ChatId, chat: FollowedChat, ms: number): void {
    chat.stopPark ??= this.#ports.clock.after(ms, () => {
      chat.stopPark = undefined;
      void this.heal(c);
    });
  }

  async #healOnce(c: ChatId, chat: FollowedChat): Promise<void> {
    try {
      const change = await this.#ports.loadChange(c, chat.lastRev);
      if (!this.#chats.holds(c, chat)) return;
      if (change) this.onChange(change);
      // A claimed rev that the database does not have belongs to a transaction that was undone; waiting for it would never end.
      else chat.known = chat.lastRev;
      this.#drain(c, chat);
    } catch (error) {
      this.#ports.failed('heal', error);
      if (this.#chats.holds(c, chat)) this.#waitForHole(c, chat, retryMs);
    }
  }

  async #readRevs(fresh: readonly ChatId[]): Promise<void> {
    try {
      const revs = new Map(await this.#ports.loadRevs([...fresh]));
      for (const c of fresh) {
        const chat = this.#chats.get(c);
        const rev = revs.get(c);
        if (!chat || chat.lastRev >= 0) continue;
        if (rev === undefined) {
          this.#chats.drop(c, chat);
          continue;
        }
        chat.lastRev = rev;
        // Every later read contains these, but their joins and removals still concern sockets that are in the room already.
        for (const change of chat.parked) if (change.delta.b <= rev) this.#ports.skip(change);
        this.#drain(c, chat);
      }
    } finally {
      for (const c of fresh) {
        const chat = this.#chats.get(c);
        if (chat) chat.tracking = undefined;
      }
    }
  }
}
