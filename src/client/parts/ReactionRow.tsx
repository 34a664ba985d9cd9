import { cx } from '#client/ui/cx.ts';

/** How many people reacted with one emoji. `label` says it in words ("❤️ from 3 people, you too"). */
export type MessageReaction = { emoji: string; count: number; isMine: boolean; label: string };

export type ReactionRowProps = {
  reactions: readonly MessageReaction[];
  /** a press adds mine or takes it back; without it the row cannot be pressed */
  onReact?: (emoji: string) => void;
  tabIndex: 0 | -1;
};

/** The reactions below a bubble; they overlap its foot by 6 px. */
export function ReactionRow({ reactions, onReact, tabIndex }: ReactionRowProps) {
  return (
    <div className="relative z-1 mx-2.5 -mt-1.5 flex flex-wrap gap-1">
      {reactions.map(({ emoji, count, isMine, label }) => (
        <button
          key={emoji}
          type="button"
          tabIndex={tabIndex}
          aria-label={label}
          aria-pressed={isMine}
          disabled={!onReact}
          onClick={() => onReact?.(emoji)}
          className={cx(
            'hit-44 inline-flex h-7 items-center gap-1 rounded-full px-2 text-12 font-semibold tabular-nums',
            isMine
              ? 'bg-brand-soft text-brand-text shadow-[0_0_0_2px_var(--plane),inset_0_0_0_1.5px_var(--brand)]'
              : 'bg-surface text-ink-soft shadow-[0_0_0_2px_var(--plane),inset_0_0_0_1px_var(--line)] enabled:hover:veil',
          )}
        >
          <span className="font-emoji text-[14px] leading-5">{emoji}</span>
          {count}
        </button>
      ))}
    </div>
  );
}
