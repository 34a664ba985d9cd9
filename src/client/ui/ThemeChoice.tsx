import { useId } from 'react';
import { cx } from './cx.ts';

export type ThemeName = 'light' | 'dark' | 'system';

export type ThemeChoiceProps = {
  label: string;
  labels: Record<ThemeName, string>;
  value: ThemeName;
  onChange: (value: ThemeName) => void;
};

/** Light, dark or like the system, each with a small picture of itself. */
export function ThemeChoice({ label, labels, value, onChange }: ThemeChoiceProps) {
  const name = useId();
  return (
    <fieldset className="grid min-w-0 grid-cols-3 gap-3 max-tablet:gap-2">
      <legend className="sr-only">{label}</legend>
      {(['light', 'dark', 'system'] as const).map((theme) => (
        <label
          key={theme}
          className={cx(
            'relative flex min-w-0 flex-col rounded-layer bg-surface-raised p-1.5 pb-2.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
            theme === value ? 'shadow-[inset_0_0_0_2px_var(--brand)]' : 'shadow-edge',
          )}
        >
          <span aria-hidden className="relative block h-[92px] overflow-hidden rounded-[9px]">
            <Preview theme={theme === 'dark' ? 'dark' : 'light'} />
            {theme === 'system' && (
              <Preview theme="dark" className="[clip-path:polygon(56%_0,100%_0,100%_100%,46%_100%)]" />
            )}
          </span>
          <span className="flex items-center gap-2 px-1.5 pt-2.5 text-13 leading-5 font-semibold max-tablet:-mx-1 max-tablet:justify-center max-tablet:px-0">
            <input
              type="radio"
              name={name}
              checked={theme === value}
              onChange={() => onChange(theme)}
              className="m-0 size-5 flex-none appearance-none rounded-full shadow-[inset_0_0_0_1.75px_var(--line-strong)] outline-none checked:shadow-[inset_0_0_0_6px_var(--brand)] max-tablet:sr-only"
            />
            <span className="min-w-0">{labels[theme]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Preview({ theme, className }: { theme: 'light' | 'dark'; className?: string }) {
  return (
    <span data-theme={theme} className={cx('absolute inset-0 flex flex-col gap-1.5 bg-surface-sunken p-3', className)}>
      <span className="h-4 w-[58%] rounded-control rounded-es-[3px] bg-bubble-other shadow-[0_0_0_1px_var(--line)]" />
      <span className="h-4 w-[46%] self-end rounded-control rounded-ee-[3px] bg-bubble-own" />
      <span className="h-4 w-[38%] rounded-control rounded-es-[3px] bg-bubble-other shadow-[0_0_0_1px_var(--line)]" />
    </span>
  );
}
