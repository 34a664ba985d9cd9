import { Check } from 'lucide-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

export type CheckboxProps = {
  isTicked: boolean;
  onChange: (isTicked: boolean) => void;
  label: ReactNode;
  /** the words are for screen readers only: what it is for stands elsewhere, such as in the head of a table */
  isLabelHidden?: boolean;
  detail?: ReactNode;
  name?: string;
  isDisabled?: boolean;
};

/** A tick with its words; the words are part of the target. */
export function Checkbox({
  isTicked,
  onChange,
  label,
  isLabelHidden = false,
  detail,
  name,
  isDisabled,
}: CheckboxProps) {
  const detailId = useId();
  return (
    <label
      className={cx(
        'flex min-h-hit gap-2.5 has-disabled:text-ink-faint',
        isLabelHidden ? 'min-w-hit items-center justify-center' : 'items-start py-1.5',
      )}
    >
      <span className="relative mt-px inline-grid size-5 flex-none place-items-center">
        <input
          type="checkbox"
          name={name}
          checked={isTicked}
          disabled={isDisabled}
          aria-describedby={detail ? detailId : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
          className="peer absolute inset-0 m-0 appearance-none rounded-join shadow-[inset_0_0_0_1.75px_var(--line-strong)] checked:bg-brand checked:shadow-none disabled:opacity-50"
        />
        <span className="pointer-events-none relative hidden text-brand-ink peer-checked:block">
          <Icon icon={Check} size={14} />
        </span>
      </span>
      <span className={isLabelHidden ? 'sr-only' : 'min-w-0'}>
        {label}
        {detail && (
          <span id={detailId} className="block text-13 text-ink-soft">
            {detail}
          </span>
        )}
      </span>
    </label>
  );
}
