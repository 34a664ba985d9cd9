import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconType } from './Icon.tsx';

export type SheetActionProps = {
  icon: IconType;
  label: string;
  /** a smaller second line */
  detail?: string | undefined;
  isMirrored?: boolean;
  tone?: 'plain' | 'danger';
  isDisabled?: boolean;
  onClick: () => void;
};

/** One action of a `Sheet`, 48 px high. */
export function SheetAction({
  icon,
  label,
  detail,
  isMirrored,
  tone = 'plain',
  isDisabled,
  onClick,
}: SheetActionProps) {
  return (
    <button
      type="button"
      disabled={isDisabled}
      onClick={onClick}
      className={cx(
        'flex min-h-12 w-full items-center gap-3.5 rounded-field px-3 py-1 text-start -outline-offset-2 enabled:hover:bg-hover enabled:active:bg-press disabled:text-ink-faint',
        tone === 'danger' && 'text-danger',
      )}
    >
      <Icon
        icon={icon}
        isMirrored={isMirrored}
        className={tone === 'plain' && !isDisabled ? 'text-ink-soft' : undefined}
      />
      <span className="min-w-0 flex-1">
        {label}
        {detail !== undefined && <span className="block text-13 text-ink-soft">{detail}</span>}
      </span>
    </button>
  );
}
