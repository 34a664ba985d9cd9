import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Tika } from './Tika.tsx';
import type { TikaPose } from './Tika.tsx';

export type EmptyStateProps = {
  title: string;
  /** what is so, and what to do next */
  text?: ReactNode;
  /** a `Button` or two */
  action?: ReactNode;
  pose?: TikaPose | 'none';
  /** in the middle of its pane instead of at the top */
  isCentred?: boolean;
  /** level of the heading in its page */
  level?: 2 | 3;
};

/** Nothing here yet: Tika, one sentence, and the next step. */
export function EmptyState({ title, text, action, pose = 'nap', isCentred = false, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div
      className={cx(
        'grid justify-items-center gap-1 px-6 py-8 text-center',
        isCentred ? 'h-full content-center' : 'content-start',
      )}
    >
      {pose !== 'none' && (
        <div className="mb-3 ps-5">
          <Tika pose={pose} />
        </div>
      )}
      <Heading className="text-15 font-semibold text-ink">{title}</Heading>
      {text && <p className="mb-3 max-w-[300px] text-13 text-balance text-ink-soft">{text}</p>}
      {action && <div className="flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
