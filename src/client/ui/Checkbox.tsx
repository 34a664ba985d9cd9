import { Check } from 'lucide-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

export type CheckboxProps = {
  isTicked: boolean;
  onChange: (isTicked: boolean) => void;
  label: ReactNode;
  detail?: ReactNode;
  name?: string;
  isDisabled?: boolean;
};

/** A tick with its words; the words are part of the target. */
export function Checkbox({ isTicked, onChange, label, detail, name, isDisabled }: CheckboxProps) {
  const detailId = useId();
  return (
    <label className="flex min-h-hit items-start gap-2.5 py-1.5 has-disabled:text-ink-faint">
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
      <span className="min-w-0">
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
