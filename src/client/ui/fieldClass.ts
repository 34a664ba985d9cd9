import { cx } from './cx.ts';

/** The box of a text control: raised with an edge on paper, the focus ring instead of the edge, crimson when its value is wrong. */
export function fieldClass(options: { isInvalid?: boolean; isDisabled?: boolean }): string {
  return cx(
    'flex min-h-11 items-center gap-2 rounded-control px-3 text-ink-faint focus-within:outline-2 focus-within:outline-focus focus-within:shadow-none',
    options.isDisabled ? 'bg-hover shadow-edge' : 'bg-surface-raised',
    !options.isDisabled && (options.isInvalid ? 'shadow-[inset_0_0_0_1.5px_var(--danger)]' : 'shadow-edge-strong'),
  );
}

/** The native control inside the box: no look of its own. */
export const CONTROL_CLASS =
  'min-w-0 flex-1 border-0 bg-transparent p-0 text-15 text-ink outline-none disabled:text-ink-faint';
