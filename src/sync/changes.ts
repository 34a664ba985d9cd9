import type { ChatMeta, Head } from '#protocol/entities/chat.ts';
import type { Me, Mem } from '#protocol/entities/members.ts';
import type { Reason } from '#protocol/entities/moderation.ts';
import type { Forward, SentBody, SentKind } from '#protocol/entities/bodies/sentMessage.ts';
import type { TextBody } from '#protocol/entities/bodies/textBody.ts';
import type { Row } from '#protocol/entities/messages.ts';
import type { ReceiptSteps } from '#protocol/entities/receipt.ts';
import type { Contact, Pref, UserCard } from '#protocol/entities/user.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { Kept } from '#protocol/entities/kept.ts';
import type { AppId, ChatId, Cid, DeviceId, KeepId, MemberId, OpId, UserId } from '#protocol/ids.ts';

/*
 * What the device keeps, and how a change of it is announced. Screens, tabs and the engine meet in these rows; nobody calls anybody across layers.
 */

/** A contiguous span of cached seqs that is true as of `rev`. */
export interface CachedRange {
  from: number;
  to: number;
  rev: number;
}

/**
 * How much of a chat is cached. `rev` is the watermark: every row of the tail and of fresh ranges whose current rev is at most `rev` is cached in that state.
 * `tailFrom`: first seq of the span that reaches to the newest message; `rev + 1` when the tail is empty. `start`: the tail or a range reaches the first visible message.
 */
export interface ChatSyncState {
  rev: number;
  state: 'none' | 'fresh' | 'behind';
  tailFrom: number;
  /** stale or detached older spans, ascending, never overlapping the tail */
  ranges: CachedRange[];
  /** lowest seq known to be the first visible one; absent = unknown */
  startSeq?: number;
  /**
   * The last page of changes ended at the watermark and left out messages that had changed again between there and this rev: of those the cache may lack an
   * earlier change too. Absent, or at most `rev`: it lacks none.
   */
  cut?: number;
}

/** One chat of mine. `unread` and `mentions` are stored, never counted live; `haveRev` is the head rev at which `me` was last received. */
export interface LocalChat {
  c: ChatId;
  kind: number;
  /** time of the newest countable message, server clock, ms: list order */
  bump: number;
  head: Head;
  me: Me;
  meta: ChatMeta;
  haveRev: number;
  /** rev up to which `me.um` counts; mentions in later rows are counted from the cache. Absent = `haveRev`. */
  umRev?: number;
  unread: number;
  mentions: number;
  sync: ChatSyncState;
}

/**
 * A cached message. `need`: its newest known rev is this one, but the content is still to be fetched; screens show it as updating. `tell`: its own seq, on
 * rows that have to be known one by one (mine, those that name me, those above the watermark); an index over it finds them among thousands that only count. The store's side of
 * the engine sets it with every write.
 */
export interface LocalMessage extends Row {
  c: ChatId;
  need?: number;
  tell?: number;
}

/**
 * Something a person did, waiting to reach the server. `target` names a message by its cid while its seq is not known yet. Of a send `k` is the kind
 * (absent: text) and `fw` where it is forwarded from; its body is then this device's copy. A `schedule` is the same message for the server to send at `at`, server clock, ms.
 */
export type OutboxAction =
  | { t: 'send'; c: ChatId; cid: Cid; k?: SentKind; b: SentBody; re?: number; fw?: Forward }
  | { t: 'schedule'; c: ChatId; cid: Cid; k?: SentKind; b: SentBody; re?: number; fw?: Forward; at: number; op: OpId }
  | { t: 'edit'; c: ChatId; s?: number; target?: Cid; b: TextBody; op: OpId }
  | { t: 'unsend'; c: ChatId; s?: number; target?: Cid; op: OpId }
  | { t: 'react'; c: ChatId; s: number; e: string | null; op: OpId }
  | { t: 'vote'; c: ChatId; s: number; o: readonly number[]; op: OpId }
  | { t: 'dropLink'; c: ChatId; s: number; op: OpId }
  | {
      t: 'chatSet';
      c: ChatId;
      set: { notify?: number; mute?: number; pin?: number; hide?: boolean; unreadFrom?: number; follow?: boolean };
      op: OpId;
    }
  | { t: 'hide'; c: ChatId; seqs: readonly number[]; op: OpId }
  | { t: 'keep'; kept: Kept; op: OpId }
  /** `at`: since when it is kept, if the server does not know it, device clock, ms */
  | { t: 'keepNote'; i: KeepId; x: string; at: number; op: OpId }
  | { t: 'keepDrop'; i: KeepId; op: OpId }
  | { t: 'contactSet'; user: UserId; state: number; alias?: string; op: OpId }
  | { t: 'prefSet'; key: string; val: string; op: OpId };

/**
 * A row of the outbox. The row of a `send` *is* the pending message.
 *   queued ──send──▶ queued,tried=1 ──ack──▶ acked ──watermark ≥ r──▶ (gone)
 *                          └──final error──▶ failed ──retry──▶ queued
 */
export interface OutboxEntry {
  /** order over all tabs of this browser; given by the store */
  id: number;
  /** cid of a send or `schedule`, op of everything else */
  i: string;
  /** `c:<chat>` or `u`; strict order inside a lane */
  lane: string;
  action: OutboxAction;
  state: 'queued' | 'acked' | 'failed';
  /** 1 once it may have reached the server; from then on it is immutable and can only be followed by another action */
  tried: 0 | 1;
  tries: number;
  /** when it is tried again after a refusal, device clock, ms; for display */
  nextAt: number;
  /** when the person did it, device clock, ms */
  at: number;
  /** position and rev from the ack */
  s?: number;
  r?: number;
  n?: number;
  /** server time from the ack */
  sentAt?: number;
  err?: ErrorCode;
  /** of FILTERED: what was caught, in the own words */
  why?: Reason;
  /** 1: the server keeps it for a moderator; `acked` without a place until the message comes or is refused */
  held?: 1;
  /** 1: older than 7 days; waits for the person's word */
  old?: 1;
}

/**
 * A file on its way to the server, beside the message that waits for it. The bytes themselves are kept elsewhere on the device, by the same id.
 *   waiting ──▶ going ──▶ up ──message acked──▶ (gone: the cache of media has the file)
 *      ▲          └──final refusal──▶ failed ──retry──▶ waiting
 *      └─── any of them ──cancel──▶ gone ──server forgot it──▶ (gone)
 */
export interface UploadRow {
  id: MediaId;
  c: ChatId;
  /** of the message that has it */
  cid: Cid;
  /** what the server is told of the file before it has it */
  t: MediaPart['t'];
  n?: string;
  m?: string;
  bytes: number;
  /** bytes that are up, as far as the device knows; written at most twice a second */
  sent: number;
  state: 'waiting' | 'going' | 'up' | 'failed' | 'gone';
  /** 1: stands still until the person says otherwise */
  paused?: 1;
  /** device clock, ms: the person wants it before the others; the latest wish first */
  first?: number;
  err?: ErrorCode;
  /** 1: the server had it and lost it; it is sent once more, not twice */
  again?: 1;
  /** when it was queued, device clock, ms */
  at: number;
}

/** A read position that the server has not confirmed. */
export interface MarkRow {
  c: ChatId;
  s: number;
}

/** A message that I do not want to see any more, whether it is cached or not; key `[c, s]`. */
export interface HiddenRow {
  c: ChatId;
  s: number;
}

/** A member of a chat as cached; key `[c, u]`. */
export interface LocalMember extends Mem {
  c: ChatId;
}

/** Unfinished text of a chat. `edit`: seq or cid of the message being edited. */
export interface DraftRow {
  c: ChatId;
  text: string;
  at: TextBody['at'];
  re?: number;
  edit?: { s?: number; cid?: Cid };
  /** files that are to go with the text, in order; their bytes are on the device */
  files?: readonly MediaPart[];
  /** device clock, ms */
  updated: number;
}

/** What a person has written on a device that was logged out from elsewhere, and the server has not: all that stays of them there. */
export interface LeftBehind {
  outbox: readonly OutboxEntry[];
  drafts: readonly DraftRow[];
  /** what the chats were called here */
  titles: readonly [ChatId, string][];
}

/** A row that could not be applied; it is kept for a look and does not stop the others. */
export interface QuarantineRow {
  id?: number;
  c: ChatId;
  what: string;
  row: unknown;
}

/** Single values: `gen`, `uid`, `deviceId`, `urev`, `cacheVer`, `clockOffset`, `changes` (number of the last ChangeBatch). */
export interface MetaRow {
  key: string;
  val: string | number;
}

/** Fencing: an engine may write only while `epoch` is its own. */
export interface LeaseRow {
  name: 'engine';
  epoch: number;
  tab: string;
}

/** The tables of a person's database, with their row types. */
export interface LocalTables {
  meta: MetaRow;
  leases: LeaseRow;
  chats: LocalChat;
  msgs: LocalMessage;
  outbox: OutboxEntry;
  marks: MarkRow;
  members: LocalMember;
  users: UserCard;
  contacts: Contact;
  prefs: Pref;
  hidden: HiddenRow;
  keeps: Kept;
  drafts: DraftRow;
  uploads: UploadRow;
  quarantine: QuarantineRow;
}
export type TableName = keyof LocalTables;

/** Primary keys by table. */
export interface LocalKeys {
  meta: string;
  leases: string;
  chats: ChatId;
  msgs: [ChatId, number];
  outbox: number;
  marks: ChatId;
  members: [ChatId, MemberId];
  users: UserId;
  contacts: UserId;
  prefs: string;
  hidden: [ChatId, number];
  keeps: KeepId;
  drafts: ChatId;
  uploads: MediaId;
  quarantine: number;
}

/** Secondary indexes that a range may name, beside `:primary`. Rows without the indexed field are not in the index. */
export interface LocalIndexes {
  meta: never;
  leases: never;
  chats: 'bump';
  msgs: 'need' | '[c+need]' | '[c+tell]';
  outbox: 'i' | 'lane' | '[lane+id]';
  marks: never;
  members: never;
  users: never;
  contacts: never;
  prefs: never;
  hidden: never;
  keeps: '[c+s]';
  drafts: never;
  uploads: never;
  quarantine: 'c';
}

/** What one transaction wrote to one table: the final rows, and the keys that are gone. */
export interface TableChange<Name extends TableName> {
  put: LocalTables[Name][];
  del: LocalKeys[Name][];
}

/**
 * What one transaction wrote, no more and no less. `num` counts all commits of this browser profile's database without holes, so that a reader notices
 * a lost batch and reloads its window. `wiped`: tables were emptied first (new data generation, cleared cache).
 */
export interface ChangeBatch {
  num: number;
  tables: { [Name in TableName]?: TableChange<Name> };
  wiped?: TableName[];
}

/** Where the engine stands; drives the health strip. */
export type EnginePhase =
  | 'follower'
  | 'boot'
  | 'offline'
  | 'connect'
  | 'syncing'
  | 'live'
  | 'backoff'
  | 'blocked'
  | 'fenced';

/** The engine's condition as screens may know it. Times are of the device clock, ms. */
export interface EngineStatus {
  phase: EnginePhase;
  /** since when there has been no live connection; absent while live */
  downSince?: number;
  /** next attempt, in `backoff` */
  retryAt?: number;
  /** why it is blocked: signed out elsewhere, too old, or taken over */
  blocked?: 'REVOKED' | 'PROTO' | 'UNAUTH';
  /** server says it will be back at this time */
  backAt?: number;
  /** device clock + offset = server clock */
  clockOffset: number;
}

/** Answer to a request for history, so that a screen can stop its skeleton and say what is wrong. */
export interface HistoryOutcome {
  c: ChatId;
  /** the wish's own id */
  id: string;
  ok: boolean;
  code?: ErrorCode;
}

/** What the engine announces to all tabs beside ChangeBatches; never stored. */
export type EngineEvent =
  | { t: 'batch'; batch: ChangeBatch }
  | { t: 'status'; status: EngineStatus }
  | { t: 'typing'; c: ChatId; us: MemberId[]; more: number }
  /** a request of mine to come into this chat was declined */
  | { t: 'declined'; c: ChatId }
  /** somebody asks me to connect */
  | { t: 'asked' }
  /** a mini-app was opened to people or closed; see `appState` */
  | { t: 'app'; app: AppId; st: number }
  | { t: 'receipts'; c: ChatId; v: number; steps: ReceiptSteps }
  | { t: 'peerRead'; c: ChatId; rs: number }
  /** a community on screen: how many of its members are here now */
  | { t: 'online'; c: ChatId; count: number }
  | { t: 'presence'; items: [UserId, number, number?][] }
  | { t: 'history'; outcome: HistoryOutcome }
  | { t: 'storage'; memoryOnly: boolean }
  /** the engine lives; answer to `ping` */
  | { t: 'pong' };

/** What a tab shows; the engine sends the union of all tabs to the server. */
export interface TabView {
  tab: string;
  visible: boolean;
  /** the person's keys go here: what is on screen is being looked at */
  focused: boolean;
  open: ChatId[];
  watch: UserId[];
}

/**
 * What a tab asks of the engine. One-way: answers are ChangeBatches and EngineEvents. A new engine does not know what the tabs show: each tab sends its
 * `view` again when it hears a status with phase `boot`.
 */
export type EngineCall =
  | { t: 'poke' }
  | { t: 'view'; view: TabView }
  | { t: 'bye'; tab: string }
  | { t: 'typing'; c: ChatId }
  | { t: 'history'; id: string; c: ChatId; before?: number; after?: number; around?: number }
  | { t: 'users'; ids: UserId[] }
  | { t: 'wake' }
  /** is anybody there? see `watchLeader` */
  | { t: 'ping' }
  | { t: 'statusPlease' };

export type { DeviceId };
