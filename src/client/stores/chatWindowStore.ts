import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ReceiptSteps } from '#protocol/entities/receipt.ts';
import type { TextBody } from '#protocol/entities/bodies/textBody.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat, LocalMember, LocalMessage, OutboxEntry } from '#sync/changes.ts';

/** What own edits, unsends, reactions and votes on their way make of a message. */
export interface Overlay {
  text?: string;
  /** where the new text names people */
  at?: TextBody['at'];
  gone?: boolean;
  my?: string | null;
  mb?: readonly number[];
  /** the card of its link is taken off */
  noLink?: boolean;
}

/** Seqs from `from` to `to`, both included. */
export interface SeqSpan {
  from: number;
  to: number;
}

/** A contiguous window of one chat's messages, and what belongs to it. */
export interface ChatWindowState {
  c: ChatId;
  /** false until the cache was read */
  loaded: boolean;
  chat: LocalChat | undefined;
  /** ascending by seq, contiguous (holes only where `holes` says so) */
  messages: readonly LocalMessage[];
  /** own sends that have not arrived, oldest first; shown after the newest message */
  pending: readonly OutboxEntry[];
  /** own edits, unsends and reactions on their way, for optimistic display: overlay by seq */
  overlays: ReadonlyMap<number, Overlay>;
  members: ReadonlyMap<number, LocalMember>;
  receipts: ReceiptSteps;
  /** dm: how far the other person has read */
  peerRead: number;
  typing: readonly number[];
  /** communities: how many members are here now; undefined until it was told */
  online: number | undefined;
  /** seq of the first unread message of others when the window was opened; stays while it is open */
  unreadFrom: number | undefined;
  /** the window begins at the first visible message / ends at the newest one */
  atStart: boolean;
  atEnd: boolean;
  loading: { older: boolean; newer: boolean };
  /** why the last request for history failed */
  problem: ErrorCode | undefined;
  /** spans inside the window that are not on this device; each lies before the first message with a higher seq */
  holes: readonly SeqSpan[];
  /** seqs the window covers; `to` is Infinity when it ends at the newest message. Rows outside are not taken in. */
  span: SeqSpan;
  /** all outbox rows of this chat, by id: what `pending` and `overlays` are made of */
  entries: ReadonlyMap<number, OutboxEntry>;
}

/** A window before the cache was read. */
export function emptyChatWindow(c: ChatId): ChatWindowState {
  return {
    c,
    loaded: false,
    chat: undefined,
    messages: [],
    pending: [],
    overlays: new Map(),
    members: new Map(),
    receipts: [],
    peerRead: 0,
    typing: [],
    online: undefined,
    unreadFrom: undefined,
    atStart: false,
    atEnd: false,
    loading: { older: false, newer: false },
    problem: undefined,
    holes: [],
    span: { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY },
    entries: new Map(),
  };
}

/** Makes the store of one chat's window. */
export function createChatWindowStore(c: ChatId): StoreApi<ChatWindowState> {
  return createStore<ChatWindowState>(() => emptyChatWindow(c));
}
