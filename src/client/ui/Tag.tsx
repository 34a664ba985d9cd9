import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type TagTone = 'plain' | 'brand' | 'ok' | 'warn' | 'danger';

export type TagProps = { children: ReactNode; tone?: TagTone; lang?: string };

const TONES: Record<TagTone, string> = {
  plain: 'bg-hover text-ink-soft',
  brand: 'bg-brand-soft text-brand-text',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  danger: 'bg-danger-soft text-danger',
};

/** A word about a thing: a role, a state. Not a control. */
export function Tag({ children, tone = 'plain', lang }: TagProps) {
  return (
    <span
      lang={lang}
      className={cx(
        'inline-flex min-h-5 flex-none items-center gap-1 rounded-join px-1.5 text-12 font-[550] whitespace-nowrap',
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
