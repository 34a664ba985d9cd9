import type { CSSProperties } from 'react';
import { cx } from '#client/ui/cx.ts';
import { Spinner } from '#client/ui/Spinner.tsx';
import type { AppButton, AppState } from './AppState.ts';
import { readableInk } from './readableInk.ts';

export type AppFootProps = Pick<AppState, 'main' | 'second' | 'secondAt' | 'bottomColor'> & {
  /** a question lies over the page: first that */
  isOff: boolean;
  onMain: () => void;
  onSecond: () => void;
};

/** The buttons a page asked for. They are drawn by the messenger, below the page, in the app's colours as long as they can be read. */
export function AppFoot({ main, second, secondAt, bottomColor, isOff, onMain, onSecond }: AppFootProps) {
  const hasMain = main.isVisible && main.text !== '';
  const hasSecond = second.isVisible && second.text !== '';
  if (!hasMain && !hasSecond) return null;
  const isRow = secondAt === 'left' || secondAt === 'right';
  const isSecondFirst = secondAt === 'left' || secondAt === 'top';
  return (
    <footer
      className={cx(
        'flex flex-none gap-2 border-t border-line bg-surface p-2 pb-[calc(8px+env(safe-area-inset-bottom))]',
        isRow ? 'flex-row' : 'flex-col',
      )}
      style={bottomColor ? { background: bottomColor } : undefined}
    >
      {hasSecond && isSecondFirst && <FootButton button={second} isOff={isOff} isQuiet onClick={onSecond} />}
      {hasMain && <FootButton button={main} isOff={isOff} onClick={onMain} />}
      {hasSecond && !isSecondFirst && <FootButton button={second} isOff={isOff} isQuiet onClick={onSecond} />}
    </footer>
  );
}

type FootButtonProps = { button: AppButton; isOff: boolean; isQuiet?: boolean; onClick: () => void };

function FootButton({ button, isOff, isQuiet = false, onClick }: FootButtonProps) {
  const { text, color, textColor, isActive, isBusy, hasShine } = button;
  const isDisabled = isOff || !isActive;
  const own: CSSProperties = color && !isDisabled ? { background: color, color: readableInk(color, textColor) } : {};
  return (
    <button
      type="button"
      disabled={isDisabled}
      aria-busy={isBusy || undefined}
      onClick={isBusy ? undefined : onClick}
      style={own}
      className={cx(
        'relative inline-flex min-h-11 min-w-0 flex-1 items-center justify-center gap-2 overflow-hidden rounded-card px-4 text-15 font-semibold transition-transform active:scale-[0.98]',
        isDisabled
          ? 'bg-press text-ink-faint'
          : isQuiet
            ? 'bg-brand-soft text-brand-text hover:veil'
            : 'bg-brand text-brand-ink hover:veil',
        hasShine && !isDisabled && 'motion-safe:animate-shine',
      )}
    >
      {isBusy && <Spinner />}
      <bdi className="truncate">{text}</bdi>
    </button>
  );
}
