import type { CardHead } from '#domain/readCardHead.ts';
import type { RunPosition } from '#client/parts/MessageState.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';

type StoredMessage = ChatWindowState['messages'][number];
type PendingSend = ChatWindowState['pending'][number];

/** The kind of a message, and its body as it came or was sent. */
export interface FeedContent {
  k: number;
  b: Readonly<Record<string, unknown>>;
}

/** What is at the first link of a text. `u`: its address, `t` title, `x` text, `p` picture. */
export type FeedLink = NonNullable<NonNullable<StoredMessage['ex']>['lk']>;

/** A gap: seqs from `from` to `to`. */
export interface FeedHole {
  from: number;
  to: number;
  /** messages that are missing; undefined where the neighbours do not tell */
  missing: number | undefined;
  /** how many were missing when it was first drawn */
  atFirst: number | undefined;
  /** time of the last message before it, ms */
  since: number | undefined;
}

/** One line of the conversation: a message, what happened to the chat, or a gap. Objects are reused while nothing about them changed. */
export interface FeedItem {
  /** The same before and after a pending message arrives: an own message is named by its client-made id. */
  key: string;
  kind: 'message' | 'system' | 'unknown' | 'hole';
  /** local day, `YYYY-MM-DD`: the section it stands in */
  day: string;
  /** ms; server clock, or the device's while it has not arrived */
  at: number;
  /** absent until the server has it */
  seq: number | undefined;
  /** member id of the sender; 0 for a gap */
  sender: number;
  isOwn: boolean;
  position: RunPosition;
  /** the first message that was new when the chat was opened */
  isFirstUnread: boolean;
  /** first of its day in this window */
  isFirstOfDay: boolean;
  /** a card: its words for whoever cannot see it; media: the caption; a poll: its question */
  text: string;
  /** what a mini-app shows in place of a text */
  card: CardHead | undefined;
  /** what a message is that is more than its text, such as pictures or a poll */
  content: FeedContent | undefined;
  /** card of its link */
  link: FeedLink | undefined;
  /** seq of the message it replies to */
  replyTo: number | undefined;
  /** it was forwarded; `n`: who wrote it first, where that is told */
  forwarded: { n?: string | undefined } | undefined;
  /** `[start, length, member]` */
  mentions: readonly (readonly [number, number, number])[];
  isUnsent: boolean;
  isEdited: boolean;
  row: StoredMessage | undefined;
  entry: PendingSend | undefined;
  /** what a gap lacks */
  hole: FeedHole | undefined;
  /** my reaction as this person has just set it; undefined = as the row says */
  myReaction: string | null | undefined;
  /** my answers in a poll, or `[0]`: confirmed, likewise */
  myVote: readonly number[] | undefined;
  /** everybody is asked to confirm it */
  isAsking: boolean;
}
