import { useState } from 'react';
import type { FocusEventHandler, KeyboardEvent, ReactNode, Ref } from 'react';
import { Avatar } from '#client/ui/Avatar.tsx';
import { cx } from '#client/ui/cx.ts';
import { personHue } from '#client/ui/personHue.ts';
import { useLongPress } from '#client/ui/useLongPress.ts';
import { BubbleText } from './BubbleText.tsx';
import { ClampedText } from './ClampedText.tsx';
import { countLoneEmoji } from './countLoneEmoji.ts';
import { FailLine } from './FailLine.tsx';
import { MessageMeta } from './MessageMeta.tsx';
import type { MessageState, RunPosition, ShownTime } from './MessageState.ts';
import { ReactionRow } from './ReactionRow.tsx';
import type { MessageReaction } from './ReactionRow.tsx';
import type { MessageMention } from './splitText.ts';
import { textLang } from './textLang.ts';
import { useEnter } from './useEnter.ts';

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
  sender?: { id: string; name: string; src?: string; isNameShown?: boolean };
  /** shows beside the last bubble of a run; pass it always */
  time?: ShownTime;
  state?: MessageState;
  isEdited?: boolean;
  /** the text is gone; a quiet outline stays in its place */
  isUnsent?: boolean;
  mentions?: readonly MessageMention[];
  reactions?: readonly MessageReaction[];
  onReact?: (emoji: string) => void;
  /** the place somebody jumped to: a coral ring */
  isFound?: boolean;
  /** slides in; only for what this person just sent or saw arrive at the end */
  isEntering?: boolean;
  isInitiallyOpen?: boolean;
  onOpen?: () => void;
  /** stands on top inside the bubble, such as a quote */
  above?: ReactNode;
  /** `MessageToolbar`, made and shown on hover and focus; its controls take the tab index */
  toolbar?: (tabIndex: 0 | -1) => ReactNode;
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

/** Corners of 6 px on the sender's side where the next or previous bubble of the run touches. */
const CORNERS: Record<MessageBubbleProps['side'], Record<RunPosition, string>> = {
  own: { single: '', first: 'rounded-ee-join', middle: 'rounded-se-join rounded-ee-join', last: 'rounded-se-join' },
  other: { single: '', first: 'rounded-es-join', middle: 'rounded-ss-join rounded-es-join', last: 'rounded-ss-join' },
};

/**
 * One message. It is one tab stop with one composed label; Enter goes into its links, reactions and toolbar, Escape comes out again.
 * It spans the conversation's column: its own padding makes the gaps (2 px in a run, 16 between runs), so that lists can measure it.
 */
export function MessageBubble(props: MessageBubbleProps) {
  const { side, position, sender, state = { kind: 'sent' }, time, reactions = [], labels } = props;
  const isOwn = side === 'own';
  const isHead = position === 'first' || position === 'single';
  const isTail = position === 'last' || position === 'single';
  const { innerTabIndex, isInside, handlers } = useEnter(props.onKeyDown);
  const longPress = useLongPress(props.onActions);
  // Dozens of bubbles fly past a reader; only those that a pointer or the focus has met get their row of buttons, and keep it.
  const [isMet, setMet] = useState(false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- articles of a feed take the focus and its keys (ARIA practices)
    <article
      ref={props.ref}
      id={props.id}
      aria-label={props.label}
      aria-posinset={props['aria-posinset']}
      aria-setsize={props['aria-setsize']}
      tabIndex={props.tabIndex ?? 0}
      onFocus={(event) => {
        setMet(true);
        props.onFocus?.(event);
      }}
      onPointerEnter={() => setMet(true)}
      {...handlers}
      className={cx(
        'group/message @container flex gap-2 outline-none',
        isHead ? 'pt-4' : 'pt-0.5',
        props.isEntering && 'animate-rise',
      )}
    >
      {!isOwn && <Face sender={sender} isShown={isHead} onClick={props.onSenderClick} />}
      <div className={cx('flex min-w-0 flex-1 flex-col', isOwn ? 'items-end max-tablet:ps-6' : 'items-start')}>
        {isHead && sender?.isNameShown && (
          <span
            lang={textLang(sender.name, props.readerLang)}
            className="person-name ms-0.5 mb-0.5 max-w-full truncate text-13 font-semibold"
            style={{ '--h': personHue(sender.id) } as object}
          >
            {sender.name}
          </span>
        )}
        <div
          className={cx(
            'relative flex max-w-[min(100%,var(--bubble-max))] items-end gap-2',
            isOwn && 'flex-row-reverse',
          )}
        >
          <div {...longPress} className={cx('flex min-w-0 flex-col', isOwn ? 'items-end' : 'items-start')}>
            <div className="relative flex max-w-full min-w-0">
              <Bubble {...props} tabIndex={innerTabIndex} />
              {isMet && props.toolbar && (
                <ToolbarPlace isOwn={isOwn} isPinned={isInside}>
                  {props.toolbar(innerTabIndex)}
                </ToolbarPlace>
              )}
            </div>
            {reactions.length > 0 && (
              <ReactionRow reactions={reactions} onReact={props.onReact} tabIndex={innerTabIndex} />
            )}
          </div>
          <MessageMeta
            state={state}
            time={isTail ? time : undefined}
            hasReactions={reactions.length > 0}
            hasToolbar={props.toolbar !== undefined}
          />
        </div>
        {state.kind === 'failed' && <FailLine {...state} labels={labels} tabIndex={innerTabIndex} />}
      </div>
    </article>
  );
}

function Face({
  sender,
  isShown,
  onClick,
}: {
  sender: MessageBubbleProps['sender'];
  isShown: boolean;
  onClick?: () => void;
}) {
  if (!sender || !isShown) return <span aria-hidden className="w-9 flex-none max-tablet:w-8" />;
  const face = (
    <Avatar
      id={sender.id}
      name={sender.name}
      src={sender.src}
      size={36}
      className="max-tablet:origin-top-left max-tablet:scale-[0.889] max-tablet:rtl:origin-top-right"
    />
  );
  // The face repeats what the label says; a pointer may press it, the keyboard has the actions menu.
  return (
    <span
      aria-hidden
      onClick={onClick}
      className={cx('mt-0.5 w-9 flex-none max-tablet:w-8', onClick && 'cursor-pointer')}
    >
      {face}
    </span>
  );
}

function ToolbarPlace({ isOwn, isPinned, children }: { isOwn: boolean; isPinned: boolean; children: ReactNode }) {
  return (
    <div
      className={cx(
        'absolute z-3 group-focus-within/message:visible group-hover/message:visible pointer-coarse:hidden',
        !isPinned && 'invisible',
        // Beside the bubble where 828 px leave the 176 it needs, else above its edge; never over the text.
        isOwn ? 'end-0 @[828px]:end-[calc(100%+8px)]' : 'start-0 @[828px]:start-[calc(100%+8px)]',
        'bottom-[calc(100%-4px)] @[828px]:top-1/2 @[828px]:bottom-auto @[828px]:-translate-y-1/2',
      )}
    >
      {children}
    </div>
  );
}

function Bubble(props: MessageBubbleProps & { tabIndex: 0 | -1 }) {
  const { side, position, text, labels, isUnsent, isFound } = props;
  const isOwn = side === 'own';
  const ring = cx(
    'group-focus-visible/message:outline-2 group-focus-visible/message:outline-offset-2 group-focus-visible/message:outline-focus',
    isFound && 'outline-2 outline-unread',
  );
  if (isUnsent) {
    return (
      <div
        className={cx(
          'rounded-bubble px-[13px] py-[7px] text-13 leading-[calc(1.375rem*var(--text-scale))] text-ink-faint shadow-edge',
          CORNERS[side][position],
          ring,
        )}
      >
        {labels.unsent}
      </div>
    );
  }
  if (!props.above && countLoneEmoji(text) > 0) {
    return (
      <div className={cx('rounded-control font-emoji text-[calc(2.5rem*var(--text-scale))] leading-[1.2]', ring)}>
        {text}
      </div>
    );
  }
  return (
    <div
      lang={textLang(text, props.readerLang)}
      dir="auto"
      className={cx(
        'max-w-full min-w-9 rounded-bubble px-[13px] py-[7px] text-15 whitespace-pre-wrap pointer-coarse:select-none',
        isOwn ? 'bg-bubble-own text-bubble-own-ink' : 'bg-bubble-other text-ink shadow-bubble',
        CORNERS[side][position],
        ring,
      )}
    >
      {props.above}
      <ClampedText
        text={text}
        showAll={labels.showAll}
        tabIndex={props.tabIndex}
        isInitiallyOpen={props.isInitiallyOpen}
        onOpen={props.onOpen}
      >
        <BubbleText text={text} mentions={props.mentions} tabIndex={props.tabIndex} />
        {props.isEdited && (
          <span className={cx('ms-1.5 text-12', isOwn ? 'text-bubble-own-soft' : 'text-ink-faint')}>
            {labels.edited}
          </span>
        )}
      </ClampedText>
    </div>
  );
}
