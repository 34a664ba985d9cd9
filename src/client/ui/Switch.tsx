export type SwitchProps = {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  /** the accessible name; leave out inside a `SettingsRow`, which labels its control */
  label?: string;
  id?: string;
  isDisabled?: boolean;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
};

/** On or off, at once. The thumb slides by a transform. */
export function Switch({ isOn, onChange, label, isDisabled, ...rest }: SwitchProps) {
  return (
    <button
      {...rest}
      type="button"
      role="switch"
      aria-checked={isOn}
      aria-label={label}
      disabled={isDisabled}
      onClick={() => onChange(!isOn)}
      className={`hit-44 inline-flex h-6 w-10 flex-none items-center rounded-full p-[3px] disabled:opacity-50 ${isOn ? 'bg-brand' : 'bg-line-strong'}`}
    >
      <span
        className={`size-[18px] rounded-full shadow-[0_1px_2px_oklch(0_0_0/0.25)] transition-transform ${isOn ? 'translate-x-4 bg-brand-ink rtl:-translate-x-4' : 'bg-white'}`}
      />
    </button>
  );
}
