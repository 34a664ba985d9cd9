import type { CSSProperties } from 'react';

export type SliderProps = {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange: (value: number) => void;
  /** what a screen reader says for the value ("100 %") */
  valueText: string;
  isDisabled?: boolean;
};

/** A value on a line, such as the text size. A native range: arrows, Home, End and the touch of the system. */
export function Slider({ label, value, min, max, step, onChange, valueText, isDisabled }: SliderProps) {
  const share = ((value - min) / (max - min)) * 100;
  return (
    <input
      type="range"
      aria-label={label}
      aria-valuetext={valueText}
      min={min}
      max={max}
      step={step}
      value={value}
      disabled={isDisabled}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      style={{ '--share': `${share}%` } as CSSProperties}
      className="slider h-hit w-full min-w-24 disabled:opacity-50"
    />
  );
}
