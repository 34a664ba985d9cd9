import { useState, type ReactNode } from 'react';
import { cx } from '#client/ui/cx.ts';
import { personHue } from '#client/ui/personHue.ts';
import { useLongPress } from '#client/ui/useLongPress.ts';
import { useSwipe } from '#client/ui/useSwipe.ts';
import { BubbleBox } from './BubbleBox.tsx';
import { FailLine } from './FailLine.tsx';
import type { MessageBubbleProps } from './MessageBubbleProps.ts';
import { MessageMeta } from './MessageMeta.tsx';
import { ReactionRow } from './ReactionRow.tsx';
import { SenderFace } from './SenderFace.tsx';
import { textLang } from './textLang.ts';
import { useEnter } from './useEnter.ts';

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
  const swipe = useSwipe(props.onSwipe);
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
      {!isOwn && <SenderFace sender={sender} isShown={isHead} onClick={props.onSenderClick} />}
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
          {...swipe}
          className={cx(
            'relative flex max-w-[min(100%,var(--bubble-max))] items-end gap-2',
            isOwn && 'flex-row-reverse',
            props.onSwipe && 'touch-pan-y touch-pinch-zoom',
          )}
        >
          <div {...longPress} className={cx('flex min-w-0 flex-col', isOwn ? 'items-end' : 'items-start')}>
            <div className="relative flex max-w-full min-w-0">
              <BubbleBox {...props} tabIndex={innerTabIndex} />
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
        {props.below?.(innerTabIndex)}
        {state.kind === 'failed' && <FailLine {...state} labels={labels} tabIndex={innerTabIndex} />}
      </div>
    </article>
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
