import { Plus } from 'lucide-react';
import { useState } from 'react';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';

export type ReactionPickerProps = {
  /** the accessible name ("React") */
  label: string;
  /** the name of each quick reaction, in the order 👍 ❤️ 😂 😮 😢 🙏 */
  quickLabels: readonly [string, string, string, string, string, string];
  labels: { more: string; other: string; otherHint: string; add: string; notAnEmoji: string };
  /** the one this person gave already */
  mine?: string;
  /** the same emoji again takes it back */
  onPick: (emoji: string) => void;
};

export const QUICK_REACTIONS = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const;
const EMOJI = /^\p{RGI_Emoji}$/v;

/** Six reactions at a press, and a field for any other emoji from the system's own keyboard: no emoji library needed. */
export function ReactionPicker({ label, quickLabels, labels, mine, onPick }: ReactionPickerProps) {
  const [isTyping, setTyping] = useState(false);
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
          label={labels.more}
          aria-expanded={isTyping}
          onClick={() => setTyping(!isTyping)}
          className="bg-hover"
        />
      </div>
      {isTyping && <OtherEmoji labels={labels} onPick={onPick} />}
    </div>
  );
}

function OtherEmoji({ labels, onPick }: Pick<ReactionPickerProps, 'labels' | 'onPick'>) {
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      className="px-1 pt-2"
      onSubmit={(event) => {
        event.preventDefault();
        const emoji = text.trim();
        // A bare heart or sun is an emoji only with its selector.
        const found = [emoji, `${emoji}\ufe0f`].find((candidate) => EMOJI.test(candidate));
        if (found === undefined || /^[\d#*]/u.test(emoji)) setWrong(true);
        else onPick(found);
      }}
    >
      <div className="flex items-center gap-2 rounded-field bg-surface-sunken ps-3 focus-within:outline-2 focus-within:outline-focus">
        <input
          autoFocus
          aria-label={labels.other}
          aria-invalid={isWrong || undefined}
          placeholder={labels.otherHint}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setWrong(false);
          }}
          className="min-w-0 flex-1 bg-transparent outline-none"
        />
        <IconButton icon={Plus} type="submit" label={labels.add} isDisabled={text.trim() === ''} />
      </div>
      <p role="alert" className="pt-1 text-12 text-danger empty:hidden">
        {isWrong ? labels.notAnEmoji : ''}
      </p>
    </form>
  );
}
