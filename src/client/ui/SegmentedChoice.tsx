import { useId } from 'react';
import { Icon } from './Icon.tsx';
import type { IconType } from './Icon.tsx';

export type SegmentedChoiceProps<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: string; icon?: IconType }[];
  value: Value;
  onChange: (value: Value) => void;
};

/** One of two to four short words, side by side in a well. Native radios below. */
export function SegmentedChoice<Value extends string>({
  label,
  options,
  value,
  onChange,
}: SegmentedChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className="flex min-w-0 gap-0.5 rounded-field bg-well p-[3px]">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="relative flex min-h-8 min-w-0 flex-1 items-center justify-center gap-1.5 rounded-control px-3 text-center text-13 font-semibold text-ink-soft has-checked:bg-well-on has-checked:text-ink has-checked:shadow-float has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus max-tablet:min-h-11 pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 m-0 appearance-none rounded-control outline-none"
          />
          {option.icon && <Icon icon={option.icon} size={16} />}
          <span className="relative min-w-0">{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
