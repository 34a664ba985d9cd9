import { cx } from '#client/ui/cx.ts';
import { BubbleText } from './BubbleText.tsx';
import { ClampedText } from './ClampedText.tsx';
import { countLoneEmoji } from './countLoneEmoji.ts';
import type { MessageBubbleProps } from './MessageBubbleProps.ts';
import type { RunPosition } from './MessageState.ts';
import { textLang } from './textLang.ts';

/** Corners of 6 px on the sender's side where the next or previous bubble of the run touches. */
const CORNERS: Record<MessageBubbleProps['side'], Record<RunPosition, string>> = {
  own: { single: '', first: 'rounded-ee-join', middle: 'rounded-se-join rounded-ee-join', last: 'rounded-se-join' },
  other: { single: '', first: 'rounded-es-join', middle: 'rounded-ss-join rounded-es-join', last: 'rounded-ss-join' },
};

const planeOf = (isOwn: boolean): string =>
  isOwn ? 'bg-bubble-own text-bubble-own-ink' : 'bg-bubble-other text-ink shadow-bubble';

/** The bubble itself: its text, a card, lone emoji without a box, or the outline of what was unsent. */
export function BubbleBox(props: MessageBubbleProps & { tabIndex: 0 | -1 }) {
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
  const above = typeof props.above === 'function' ? props.above(props.tabIndex) : props.above;
  if (props.card && props.cardFrame === 'bare')
    return (
      <div
        className={cx('flex max-w-full min-w-0 flex-col gap-1 rounded-card', isOwn ? 'items-end' : 'items-start', ring)}
      >
        {above && <div className={cx('max-w-full min-w-0 rounded-card px-2.5 py-1.5', planeOf(isOwn))}>{above}</div>}
        {props.card(props.tabIndex)}
      </div>
    );
  if (props.card) {
    return (
      <div
        className={cx(
          'w-80 max-w-full min-w-0 overflow-hidden rounded-bubble',
          planeOf(isOwn),
          CORNERS[side][position],
          ring,
        )}
      >
        {above && <div className="px-3 pt-2 pb-0.5">{above}</div>}
        {props.card(props.tabIndex)}
      </div>
    );
  }
  if (!above && countLoneEmoji(text) > 0) {
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
        props.foot && 'w-80 overflow-hidden',
        'max-w-full min-w-9 rounded-bubble px-[13px] py-[7px] text-15 whitespace-pre-wrap pointer-coarse:select-none',
        planeOf(isOwn),
        CORNERS[side][position],
        ring,
      )}
    >
      {above}
      <ClampedText
        text={text}
        showAll={labels.showAll}
        tabIndex={props.tabIndex}
        isInitiallyOpen={props.isInitiallyOpen}
        onOpen={props.onOpen}
      >
        <BubbleText text={text} mentions={props.mentions} tabIndex={props.tabIndex} plain={props.plain} />
        {props.isEdited && (
          <span className={cx('ms-1.5 text-12', isOwn ? 'text-bubble-own-soft' : 'text-ink-faint')}>
            {labels.edited}
          </span>
        )}
      </ClampedText>
      {props.foot?.(props.tabIndex)}
    </div>
  );
}
