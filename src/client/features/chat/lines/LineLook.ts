import type { ChatId } from '#protocol/ids.ts';
import type { Translate } from '#client/parts/systemText.ts';
import type { Originals } from '#client/stores/originalsOf.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import type { MessageAction } from '../model/actionsOf.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import type { ThreadsBySeq } from '../threads/ThreadSummary.ts';

/** What all lines of one conversation share. One object, so that a line is drawn again only when it changes. */
export interface LineLook {
  t: Translate;
  /** the chat */
  c: ChatId;
  language: string;
  me: number;
  isDm: boolean;
  /** a community: lines about it use its words */
  isPlace?: boolean;
  /** a mini-app writes here: lines of others are its own */
  isOfficial?: boolean;
  canWrite: boolean;
  /** today as `YYYY-MM-DD` */
  today: string;
  nameOf: (mid: number) => string;
  /** the id whose colour a face takes */
  faceOf: (mid: number) => string;
  receipts: ChatWindowState['receipts'];
  peerRead: number;
  /** whether the server answers: what is missing fills itself then */
  isLive: boolean;
  /** what replies answer; absent where nothing is looked up */
  originals?: Originals | undefined;
  /** whether this person wants cards of links */
  showsLinks?: boolean;
  /** threads on messages of the chat; absent where messages have none */
  threads?: ThreadsBySeq | undefined;
  /** seqs of messages that this person does not want to see */
  hidden?: ReadonlySet<number> | undefined;
  on: LineEvents;
}

/** What a person can do at a line. */
export interface LineEvents {
  react: (item: FeedItem, emoji: string) => void;
  act: (item: FeedItem, action: MessageAction) => void;
  /** Opens the menu (fine pointer) or the sheet (touch) at an element. */
  openActions: (item: FeedItem, anchor: Element) => void;
  /** Shows a word about what was done; `isBad`: it did not work. */
  say: (text: string, isBad?: boolean) => void;
  openReactions: (item: FeedItem, anchor: Element) => void;
  /** Goes to the message of this seq. */
  jump: (seq: number) => void;
  /** Chooses a line among several, or no longer. */
  choose: (item: FeedItem) => void;
  /** Whether this person may take away what the sender of a line wrote. */
  mayDelete?: (item: FeedItem) => boolean;
  /** Shows a picture or film of a line over the whole screen. `index`: which of its parts. */
  openMedia?: (item: FeedItem, index: number) => void;
  /** Moves the focus between lines. */
  move: (key: string, to: 'previous' | 'next' | 'first' | 'last') => void;
  focus: (key: string) => void;
}
