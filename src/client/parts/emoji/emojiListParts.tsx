import type { EmojiPickerListComponents } from 'frimousse';
import { cx } from '#client/ui/cx.ts';

/** The library counts rows and columns from 0; ARIA counts from 1. */
const fromOne = (index: number | undefined): number | undefined => (index === undefined ? undefined : index + 1);

/** How the list of emoji is drawn. All rows are equally high. */
export const emojiListParts: Partial<EmojiPickerListComponents> = {
  CategoryHeader: ({ category, ...props }) => (
    <div {...props} className="bg-[var(--plane,var(--surface))] px-2 pt-2 pb-1 text-12 font-semibold text-ink-soft">
      {category.label}
    </div>
  ),
  Row: ({ children, ...props }) => (
    <div {...props} aria-rowindex={fromOne(props['aria-rowindex'])} className="flex">
      {children}
    </div>
  ),
  Emoji: ({ emoji, ...props }) => (
    <button
      {...props}
      role="gridcell"
      aria-colindex={fromOne(props['aria-colindex'])}
      type="button"
      title={emoji.label}
      className={cx(
        'grid h-10 min-w-0 flex-1 place-items-center rounded-control font-emoji text-[24px] leading-none active:bg-press pointer-coarse:h-11',
        emoji.isActive && 'bg-hover',
      )}
    >
      {emoji.emoji}
    </button>
  ),
};
