import { cx } from './cx.ts';

export type ButtonKind = 'filled' | 'tonal' | 'quiet' | 'ghost' | 'danger' | 'dangerQuiet' | 'cta';
export type ButtonSize = 'small' | 'medium' | 'large';

const KINDS: Record<ButtonKind, string> = {
  filled: 'bg-brand text-brand-ink hover:bg-brand-hover',
  tonal: 'bg-brand-soft text-brand-text hover:veil',
  quiet: 'text-ink-soft shadow-edge hover:veil',
  ghost: 'text-brand-text hover:veil',
  danger: 'bg-danger text-danger-ink hover:veil',
  dangerQuiet: 'bg-danger-soft text-danger hover:veil',
  cta: 'bg-unread text-unread-ink hover:bg-unread-hover',
};

const SIZES: Record<ButtonSize, string> = {
  small: 'min-h-8 px-3 py-1 text-13 rounded-control hit-44 max-tablet:min-h-9',
  medium: 'min-h-hit px-4 py-1 text-15 rounded-control',
  large: 'min-h-12 px-6 py-2 text-15 rounded-card',
};

const DISABLED = 'bg-press text-ink-faint shadow-none';

/** The classes of a button, shared by `Button` and `LinkButton` so that both look alike. A disabled one loses its kind, not its size. */
export function buttonClass(
  kind: ButtonKind,
  size: ButtonSize,
  options: { isWide?: boolean; isDisabled?: boolean } = {},
): string {
  return cx(
    'relative inline-flex items-center justify-center gap-2 text-center font-semibold transition-transform [text-wrap:balance]',
    SIZES[size],
    options.isDisabled ? DISABLED : cx(KINDS[kind], 'active:scale-[0.97]'),
    options.isWide && 'w-full',
  );
}
