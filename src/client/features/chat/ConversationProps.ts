import type { ReactNode, Ref } from 'react';
import type { ChatLook } from '#domain/chatLook.ts';
import type { FeedHeadProps } from './feed/FeedHead.tsx';
import type { FeedOpening } from './feed/FeedPlace.ts';
import type { FeedSizes } from './feed/feedRange.ts';
import type { LineLook } from './lines/LineLook.ts';
import type { MessageAction } from './model/actionsOf.ts';
import type { FeedItem } from './model/FeedItem.ts';
import type { ReadingSpot } from './model/ReadingSpot.ts';
import type { MessageVersion } from './overlays/VersionsDialog.tsx';

/** What can be done with a conversation from outside. */
export interface ConversationHandle {
  scrollToEnd(): void;
  /** Focuses the newest message, for keyboards. */
  focusLast(): void;
  /** Where the reader is. */
  spot(): ReadingSpot | undefined;
  /** Puts the reader where they were; false when the line is not in the window. */
  show(spot: ReadingSpot): boolean;
}

export type ConversationProps = {
  items: readonly FeedItem[];
  look: Omit<LineLook, 'on'>;
  title: string;
  /** how this person sees the chat; absent: plain */
  paint?: ChatLook | undefined;
  /** Where it opens: the first unread message, a message somebody linked to, or the end. Read once. */
  opensAt: FeedOpening;
  /** marks this line for a moment after opening */
  foundKey?: string | undefined;
  sizes: FeedSizes;
  head: FeedHeadProps;
  /** below the newest message; its height must not change */
  foot?: ReactNode;
  /** read position (seq): what is older is no news */
  readSeq: number;
  /** how many are new in the whole chat: the count beside the way back while the newest ones are not in these items */
  unread: number;
  atStart: boolean;
  atEnd: boolean;
  isLoading: boolean;
  /** the person may put messages on top of the chat */
  canPin?: boolean;
  /** the chat can be unread from a message on: rooms and threads have no such mark */
  canMark?: boolean;
  /** the person may take away what this member wrote */
  canDelete?: (sender: number) => boolean;
  /** server clock, ms */
  now: () => number;
  onReact: (item: FeedItem, emoji: string) => void;
  /** everything but reacting, copying and unsending is the caller's */
  onAct: (item: FeedItem, action: MessageAction) => void;
  /** A press on a picture or film of a message; see {@link LineEvents.openMedia}. */
  onOpenMedia?: ((item: FeedItem, index: number) => void) | undefined;
  /** Shows a word about what was done at a line; `isBad`: it did not work. */
  onSay: (text: string, isBad?: boolean) => void;
  onUnsend: (item: FeedItem) => void;
  /** Hides it from this person only. */
  onHide: (item: FeedItem) => void;
  /** A press on what a message replies to. */
  onJumpTo?: (seq: number) => void;
  /** keys of the lines that are chosen; undefined while nothing is being chosen */
  chosen?: ReadonlyMap<string, FeedItem> | undefined;
  onChoose?: (item: FeedItem) => void;
  loadVersions: (item: FeedItem) => Promise<readonly MessageVersion[] | undefined>;
  onLoadOlder: () => void;
  onLoadNewer: () => void;
  /** A press on a day's chip. */
  onPickDay?: ((day: string, chip: Element) => void) | undefined;
  /** the highest seq in sight, 0 when none is */
  onSee: (seq: number) => void;
  /** the seqs in sight, whoever wrote them */
  onLook?: (sight: { from: number; to: number }) => void;
  /** The end, or the first unread message, is not loaded: replace the window. */
  onJump: (place: 'end' | 'unread') => void;
  /** Draws the line "unread from here" above the message of this seq. */
  onLine: (seq: number) => void;
  /** The reader left this place by a jump inside the window. */
  onDepart: (spot: ReadingSpot) => void;
  /** the place the reader can go back to */
  back: ReadingSpot | undefined;
  onBack: () => void;
  /** The reader came back to it by scrolling. */
  onArrive: () => void;
  ref?: Ref<ConversationHandle>;
};
