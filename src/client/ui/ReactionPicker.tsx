import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';

export type ReactionPickerProps = {
  /** the accessible name ("React") */
  label: string;
  /** the name of each quick reaction, in the order 👍 ❤️ 😂 😮 😢 🙏 */
  quickLabels: readonly [string, string, string, string, string, string];
  moreLabel: string;
  /** all other emoji; drawn when they are asked for */
  renderMore: () => ReactNode;
  /** the one this person gave already */
  mine?: string;
  /** the same emoji again takes it back */
  onPick: (emoji: string) => void;
};

export const QUICK_REACTIONS = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const;

/** Six reactions at a press, and all others behind the plus. */
export function ReactionPicker({ label, quickLabels, moreLabel, renderMore, mine, onPick }: ReactionPickerProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div role="group" aria-label={label} className="p-2">
      <div className="flex items-center justify-between gap-1">
        {QUICK_REACTIONS.map((emoji, index) => (
          <button
            key={emoji}
            type="button"
            aria-label={quickLabels[index]}
            aria-pressed={mine === emoji}
            onClick={() => onPick(emoji)}
            className={cx(
              'grid size-10 place-items-center rounded-full font-emoji text-[24px] leading-none transition-transform hover:bg-hover active:scale-[0.94] pointer-coarse:size-11',
              mine === emoji && 'bg-brand-soft shadow-[inset_0_0_0_1.5px_var(--brand)]',
            )}
          >
            {emoji}
          </button>
        ))}
        <IconButton
          icon={Plus}
          look="round"
          label={moreLabel}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="bg-hover"
        />
      </div>
      {isOpen && renderMore()}
    </div>
  );
}
