import type { MouseEvent } from 'react';
import { cx } from '#client/ui/cx.ts';

/** Something that can be done with a card. `href`: it is a place. */
export interface CardAction {
  text: string;
  /** for screen readers; contains the text */
  label?: string;
  href?: string;
  onClick?: (event: MouseEvent<HTMLElement>) => void;
}

export type CardActionsProps = { actions: readonly CardAction[]; isOwn: boolean; tabIndex: 0 | -1 };

/** What can be done with a card, as words at its foot. */
export function CardActions({ actions, isOwn, tabIndex }: CardActionsProps) {
  const look = cx(
    'inline-flex min-h-11 items-center rounded-[4px] font-semibold underline-offset-3 outline-offset-2 hover:underline focus-visible:outline-2 focus-visible:outline-focus',
    isOwn ? 'text-bubble-own-ink' : 'text-brand-text',
  );
  return (
    <div
      className={cx(
        'flex min-h-11 flex-wrap items-center gap-x-5 border-t px-3.5 text-13',
        isOwn ? 'border-bubble-well' : 'border-line',
      )}
    >
      {actions.map(({ text, label, href, onClick }) =>
        href === undefined ? (
          <button key={text} type="button" tabIndex={tabIndex} aria-label={label} onClick={onClick} className={look}>
            {text}
          </button>
        ) : (
          <a key={text} href={href} tabIndex={tabIndex} aria-label={label} onClick={onClick} className={look}>
            {text}
          </a>
        ),
      )}
    </div>
  );
}
