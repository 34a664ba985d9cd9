import type { ReadState, ReceiptSteps } from '#protocol/entities/receipt.ts';
import type { AppId, ChatId, DeviceId, UserId } from '#protocol/ids.ts';
import type { OwnedReadState } from '#server/storage/rows/readStates.ts';
import type { MyChat } from '#server/storage/rows/toMyChat.ts';
import type { ChatChange } from '#server/storage/units/chats/chatChange.ts';
import type { AppendAnswer, AppendRequest } from '#server/storage/units/messages/appendTypes.ts';
import type { ThreadTold } from '#server/storage/units/threads/ThreadTold.ts';
import type { ConnectionId } from './connection.ts';
import type { RoomToOpen } from './rooms.ts';
import type { ReadWish } from './readMarks.ts';
import type { ReactionWish, VoteWish } from './wishes.ts';

/** A chat of a person as its rooms need it. */
export type RoomChat = MyChat;

/** What a connection shows, whole. */
export interface ViewWish {
  v: number;
  open: ChatId[];
  watch: UserId[];
  /** those of `open` that are rooms of communities */
  rooms?: RoomToOpen[];
  vis: 0 | 1;
}

/** The current state of what a connection shows. */
export interface ViewState {
  revs: [ChatId, number][];
  rc: [ChatId, ReceiptSteps][];
  /** communities: how many members are here now */
  on: [ChatId, number][];
}

/**
 * What services ask of the live part. The `publish` calls come after a commit and cannot fail a request: a lost delivery is repaired by healing.
 * The implementation is `server/live`.
 */
export interface LivePort {
  /** A chat changed. */
  publishChange(change: ChatChange): void;
  /** A thread was begun: the people of its chat hear of it. */
  publishThread(told: ThreadTold): void;
  /** Rows of a person changed (contacts, settings, memberships): their devices get `ue`, their sockets join and leave rooms. */
  publishUser(userId: UserId): void;
  /** Read states changed without a read mark (mentions came or went, a message was hidden): their devices get `rd`. */
  publishReads(reads: OwnedReadState[]): void;
  /** Somebody's request to come into a chat was declined: his devices hear of it; one that is away asks when it looks at the chat again. */
  publishDeclined(c: ChatId, userId: UserId): void;
  /** Somebody is asked to connect: his devices look; one that is away looks when it comes. */
  publishAsked(userId: UserId): void;
  /** A mini-app was opened to people, or closed: whoever is connected hears it, on every node; who is away asks when it opens one. `st`: see `appState`. */
  publishApp(app: AppId, st: number): void;
  /** A device was logged out: end its connections with REVOKED. */
  revokeDevices(userId: UserId, devices: DeviceId[]): void;
  /** A chat's rev may be ahead of what was emitted here (a retry was answered, an in-doubt commit): look and repair. */
  heal(c: ChatId): void;
  /** Somebody read this rev of a chat from the database: its change must arrive here soon, or is fetched. */
  noticeRev(c: ChatId, rev: number): void;

  /** Stores messages through the chat's queue and publishes them. One answer per item. Rejects with UNAVAILABLE when the outcome is unknown, NOT_FOUND for an unknown chat. */
  sendMessages(c: ChatId, request: AppendRequest): Promise<AppendAnswer[]>;
  /** Sets a reaction, together with others of the same chat; resolves with the rev. Rejects with the refusal. */
  react(c: ChatId, wish: ReactionWish): Promise<number>;
  /** Sets a vote, likewise. */
  vote(c: ChatId, wish: VoteWish): Promise<number>;
  /** Moves a read position; resolves when it is durable, with undefined for a chat the person is not in. */
  markRead(wish: ReadWish): Promise<ReadState | undefined>;

  /** State of the rooms. Ask before a membership is read and give the answer to what acts on that reading: joins and removals in between are not undone then. */
  beginSync(): number;
  /**
   * Puts the connection into the rooms of these chats and follows them; heads may be read when it resolves. Answers those whose membership is to be read again before the connection enters them: the person lost them here after `mark`
   * and may be back, or this node has only now begun to follow them.
   * Rejects with UNAVAILABLE.
   */
  enterRooms(connection: ConnectionId, chats: readonly RoomChat[], mark: number): Promise<ChatId[]>;
  /** The final membership with the revs that were read: leaves all other rooms, and repairs chats whose rev was not emitted yet. Older connections of the same device end with ELSEWHERE. */
  finishSync(connection: ConnectionId, chats: readonly (RoomChat & { rev: number })[], mark: number): void;
  /** Which of these chats the connection is in no room of: perhaps rooms of communities, whose membership is to be read. */
  strangeTo(connection: ConnectionId, chats: readonly ChatId[]): ChatId[];
  /** Replaces what the connection shows, unless a higher `v` came before. Chats it is not in are left out. */
  setView(connection: ConnectionId, view: ViewWish): Promise<ViewState>;
}
