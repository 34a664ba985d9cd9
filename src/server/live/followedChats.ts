import type { ChatId } from '#protocol/ids.ts';
import type { ChatChange } from '#server/storage/units/chats/chatChange.ts';
import type { LiveClock } from './liveClock.ts';

/** Keep following a chat this long after its last local member went, ms: reloads of a page come back within seconds. */
const untrackMs = 60_000;

/** What is known of one chat; the tracker moves it. */
export interface FollowedChat {
  /** rev emitted last here; negative until the first head read is done */
  lastRev: number;
  /** set while the first head read is under way */
  tracking: Promise<void> | undefined;
  parked: ChatChange[];
  stopPark: (() => void) | undefined;
  healing: Promise<void> | undefined;
  /** what may be told when this chat has emitted `rev`; dropped with it */
  waiting: { readonly rev: number; readonly work: () => void }[];
  /** highest rev that anybody claimed to have seen */
  known: number;
  sockets: number;
  stopUntrack: (() => void) | undefined;
}

const untouched = (): FollowedChat => ({
  lastRev: -1,
  tracking: undefined,
  parked: [],
  stopPark: undefined,
  healing: undefined,
  waiting: [],
  known: 0,
  sockets: 0,
  stopUntrack: undefined,
});

/** The chats a node follows: as long as a local member has a socket, and a while longer. */
export class FollowedChats {
  readonly #clock: LiveClock;
  readonly #chats = new Map<ChatId, FollowedChat>();

  constructor(clock: LiveClock) {
    this.#clock = clock;
  }

  get(c: ChatId): FollowedChat | undefined {
    return this.#chats.get(c);
  }

  /** The chat, which is followed from now on if it was not. */
  open(c: ChatId): FollowedChat {
    let chat = this.#chats.get(c);
    if (!chat) this.#chats.set(c, (chat = untouched()));
    return chat;
  }

  /** False for what was dropped, even if the chat is followed anew. */
  holds(c: ChatId, chat: FollowedChat): boolean {
    return this.#chats.get(c) === chat;
  }

  drop(c: ChatId, chat: FollowedChat): void {
    chat.stopPark?.();
    chat.stopUntrack?.();
    if (this.holds(c, chat)) this.#chats.delete(c);
  }

  /** One more local member socket. */
  retain(c: ChatId): void {
    const chat = this.open(c);
    chat.sockets += 1;
    chat.stopUntrack?.();
    chat.stopUntrack = undefined;
  }

  /** One local member socket less. */
  release(c: ChatId): void {
    const chat = this.#chats.get(c);
    if (!chat) return;
    chat.sockets = Math.max(0, chat.sockets - 1);
    this.lapse(c);
  }

  /** The chat is followed for a while only, unless a local member has a socket. */
  lapse(c: ChatId): void {
    const chat = this.#chats.get(c);
    if (!chat || chat.sockets > 0) return;
    chat.stopUntrack?.();
    chat.stopUntrack = this.#clock.after(untrackMs, () => this.drop(c, chat));
  }

  /** Those whose `lastRev` stands. */
  ready(): ChatId[] {
    return [...this.#chats].filter(([, chat]) => chat.lastRev >= 0).map(([c]) => c);
  }

  /** Those with local sockets whose first head read failed. */
  unread(): ChatId[] {
    return [...this.#chats]
      .filter(([, chat]) => chat.lastRev < 0 && !chat.tracking && chat.sockets > 0)
      .map(([c]) => c);
  }

  stop(): void {
    for (const [c, chat] of this.#chats) this.drop(c, chat);
  }
}
