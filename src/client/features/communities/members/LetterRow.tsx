import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterMark } from './letterMarks.ts';

export type LetterRowProps = { marks: readonly LetterMark[]; onJump: (place: number) => void };

/** Letters that lead to where their names begin: one tab stop, arrows move between them. */
export function LetterRow({ marks, onJump }: LetterRowProps) {
  const { t } = useTranslation();
  const [active, setActive] = useState(0);
  if (marks.length < 2) return null;
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const goal = { ArrowRight: active + 1, ArrowLeft: active - 1, Home: 0, End: marks.length - 1 }[event.key];
    const buttons = event.currentTarget.parentElement?.querySelectorAll('button');
    const next = goal === undefined ? undefined : buttons?.[goal];
    if (goal === undefined || !next) return;
    event.preventDefault();
    setActive(goal);
    next.focus();
  };
  return (
    <div
      role="toolbar"
      aria-label={t('community.members.letters')}
      className="-mx-1 flex scroll-px-1 gap-0.5 overflow-x-auto px-1 py-1 [scrollbar-width:none]"
    >
      {marks.map(({ label, index }, order) => (
        <button
          key={label + index}
          type="button"
          aria-label={t('community.members.letter', { letter: label })}
          tabIndex={order === active ? 0 : -1}
          onKeyDown={move}
          onClick={() => {
            setActive(order);
            onJump(index);
          }}
          className="hit-44 min-h-8 min-w-8 flex-none rounded-control px-2 text-13 font-semibold text-ink-soft hover:bg-hover hover:text-ink"
        >
          {label}
        </button>
      ))}
    </div>
  );
}
