import type { FocusEventHandler, KeyboardEvent, ReactNode, Ref } from 'react';
import type { MessageState, RunPosition, ShownTime } from './MessageState.ts';
import type { MessageReaction } from './ReactionRow.tsx';
import type { MessageMention } from './splitText.ts';

export type MessageBubbleLabels = {
  edited: string;
  /** "Message unsent" / "You unsent a message" */
  unsent: string;
  retry: string;
  discard: string;
  showAll: (hiddenParagraphs: number) => string;
};

export type MessageBubbleProps = {
  side: 'own' | 'other';
  position: RunPosition;
  text: string;
  /** the one composed label that a screen reader says: who, what, when, state */
  label: string;
  labels: MessageBubbleLabels;
  /** the reader's language (BCP 47): decides how a text of Han characters only is drawn */
  readerLang: string;
  /** who wrote it; needed for others. `isNameShown` in groups. The face shows once per run. */
  sender?: { id: string; name: string; src?: string; isNameShown?: boolean; shape?: 'person' | 'place' };
  /** shows beside the last bubble of a run; pass it always */
  time?: ShownTime;
  state?: MessageState;
  isEdited?: boolean;
  /** the text is gone; a quiet outline stays in its place */
  isUnsent?: boolean;
  mentions?: readonly MessageMention[];
  /** draws the plain words of the text between links and names; its controls take the tab index */
  plain?: ((text: string, tabIndex: 0 | -1) => ReactNode) | undefined;
  reactions?: readonly MessageReaction[];
  onReact?: (emoji: string) => void;
  /** the place somebody jumped to: a coral ring */
  isFound?: boolean;
  /** slides in; only for what this person just sent or saw arrive at the end */
  isEntering?: boolean;
  isInitiallyOpen?: boolean;
  onOpen?: () => void;
  /** fills the bubble in place of the text, up to 320 wide; its controls take the tab index */
  card?: ((tabIndex: 0 | -1) => ReactNode) | undefined;
  /** whether `card` stands in a bubble; bare it has its own shape */
  cardFrame?: 'bubble' | 'bare' | undefined;
  /** stands on top inside the bubble, such as a quote; its controls take the tab index */
  above?: ReactNode | ((tabIndex: 0 | -1) => ReactNode);
  /** stands in the bubble below its text, to its edges and 320 wide, such as what is at a link; its controls take the tab index */
  foot?: ((tabIndex: 0 | -1) => ReactNode) | undefined;
  /** stands under the bubble, such as what is asked of whoever reads it; its controls take the tab index */
  below?: ((tabIndex: 0 | -1) => ReactNode) | undefined;
  /** `MessageToolbar`, made and shown on hover and focus; its controls take the tab index */
  toolbar?: (tabIndex: 0 | -1) => ReactNode;
  /** a finger swipes it aside */
  onSwipe?: (() => void) | undefined;
  /** long press, right click, menu key: open the sheet or the menu */
  onActions?: () => void;
  onSenderClick?: () => void;
  tabIndex?: 0 | -1;
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  onFocus?: FocusEventHandler<HTMLElement>;
  ref?: Ref<HTMLElement>;
  id?: string;
  'aria-posinset'?: number;
  'aria-setsize'?: number;
};
