import { useId } from 'react';
import type { ReactNode } from 'react';

export type RadioOption<Value extends string> = {
  value: Value;
  label: ReactNode;
  detail?: ReactNode;
  lang?: string;
  isDisabled?: boolean;
};

export type RadioGroupProps<Value extends string> = {
  label: string;
  isLabelHidden?: boolean;
  options: readonly RadioOption<Value>[];
  value: Value;
  onChange: (value: Value) => void;
};

/** One of a few, each with room for words. Native radios: arrows move, one tab stop. */
export function RadioGroup<Value extends string>({
  label,
  isLabelHidden,
  options,
  value,
  onChange,
}: RadioGroupProps<Value>) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className={isLabelHidden ? 'sr-only' : 'mb-1.5 text-13 font-semibold'}>{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          lang={option.lang}
          className="flex min-h-hit items-start gap-2.5 py-1.5 has-disabled:text-ink-faint"
        >
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            disabled={option.isDisabled}
            onChange={() => onChange(option.value)}
            className="m-0 mt-px size-5 flex-none appearance-none rounded-full shadow-[inset_0_0_0_1.75px_var(--line-strong)] checked:shadow-[inset_0_0_0_6px_var(--brand)] disabled:opacity-50"
          />
          <span className="min-w-0">
            {option.label}
            {option.detail && <span className="block text-13 text-ink-soft">{option.detail}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
