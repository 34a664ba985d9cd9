import type { ComponentType, KeyboardEvent } from 'react';
import { Check } from 'lucide-react';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { clockTime } from '#client/parts/timeTexts.ts';
import { contentText } from '#client/parts/contentText.ts';
import type { FeedLineProps } from '../lines/FeedLineProps.ts';
import { moveByKey } from '../lines/moveByKey.ts';

export type ChoiceLineProps = FeedLineProps & {
  isChosen: boolean;
  /** draws the message itself */
  Line: ComponentType<FeedLineProps>;
};

/** A message among those of which several are chosen: a press anywhere on it, or the space bar, chooses it. What is inside of it rests meanwhile. */
export function ChoiceLine({ isChosen, Line, ...props }: ChoiceLineProps) {
  const { item, look, place, total, isActive } = props;
  const { t, on } = look;
  const who = item.isOwn ? t('chat.you') : look.nameOf(item.sender);
  const said = item.content ? (contentText(t, item.content) ?? '') : item.text;
  const state = isChosen ? t('messages.select.chosen') : t('messages.select.notChosen');
  const isHead = item.position === 'first' || item.position === 'single';
  const toggle = () => on.choose(item);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- articles of a feed take the focus and its keys (ARIA practices)
    <article
      aria-label={`${state}, ${who}: ${said}, ${clockTime(item.at, look.language)}`}
      aria-posinset={place}
      aria-setsize={total}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={isActive ? 0 : -1}
      onFocus={() => on.focus(item.key)}
      onKeyDown={(event: KeyboardEvent<HTMLElement>) => {
        if (event.target === event.currentTarget && (event.key === ' ' || event.key === 'Enter')) {
          event.preventDefault();
          toggle();
        } else moveByKey(event, item.key, look);
      }}
      onClick={toggle}
      className={cx(
        'relative flex cursor-pointer items-center gap-2 rounded-control outline-offset-2 select-none focus-visible:outline-2 focus-visible:outline-focus',
        isChosen && 'bg-brand-soft',
      )}
    >
      <button
        type="button"
        role="checkbox"
        aria-checked={isChosen}
        aria-label={`${t('messages.select.toggle')}: ${who}: ${said}`}
        tabIndex={-1}
        // The first of a run has its room above.
        className={cx('grid size-11 flex-none place-items-center', isHead && 'translate-y-2')}
      >
        <span
          className={cx(
            'grid size-5 place-items-center rounded-full',
            isChosen ? 'bg-brand text-brand-ink' : 'shadow-[inset_0_0_0_1.75px_var(--line-strong)]',
          )}
        >
          {isChosen && <Icon icon={Check} size={14} />}
        </span>
      </button>
      <div inert aria-hidden className="min-w-0 flex-1">
        <Line {...props} isActive={false} />
      </div>
    </article>
  );
}
