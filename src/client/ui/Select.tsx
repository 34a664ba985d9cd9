import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { fieldClass } from './fieldClass.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { Icon } from './Icon.tsx';
import type { IconType } from './Icon.tsx';

export type SelectProps<Value extends string> = {
  label: string;
  isLabelHidden?: boolean;
  options: readonly { value: Value; label: string; lang?: string; isDisabled?: boolean }[];
  value: Value;
  onChange: (value: Value) => void;
  icon?: IconType;
  hint?: ReactNode;
  error?: string;
  isDisabled?: boolean;
};

/** One of many. The browser's own list: it is right on phones, with screen readers and with every input method. */
export function Select<Value extends string>({
  label,
  isLabelHidden,
  options,
  value,
  onChange,
  icon,
  hint,
  error,
  isDisabled,
}: SelectProps<Value>) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} isLabelHidden={isLabelHidden} hint={hint} error={error} isDisabled={isDisabled}>
      <div className={cx(fieldClass({ isInvalid: Boolean(error), isDisabled }), 'relative ps-0 pe-0')}>
        {icon && <Icon icon={icon} size={16} className="pointer-events-none absolute start-3" />}
        <select
          id={id}
          value={value}
          disabled={isDisabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.currentTarget.value as Value)}
          className={cx(
            'min-h-11 w-full min-w-0 appearance-none truncate rounded-control bg-transparent py-1 pe-9 text-15 text-ink outline-none disabled:text-ink-faint',
            icon ? 'ps-9' : 'ps-3',
          )}
        >
          {options.map((option) => (
            <option
              key={option.value}
              value={option.value}
              lang={option.lang}
              disabled={option.isDisabled}
              className="bg-surface-raised text-ink"
            >
              {option.label}
            </option>
          ))}
        </select>
        <Icon icon={ChevronDown} size={16} className="pointer-events-none absolute end-3" />
      </div>
    </FieldFrame>
  );
}
