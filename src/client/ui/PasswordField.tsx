import { Eye, EyeOff } from 'lucide-react';
import { useId, useState } from 'react';
import type { ReactNode, Ref } from 'react';
import { CONTROL_CLASS, fieldClass } from './fieldClass.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { IconButton } from './IconButton.tsx';

export type PasswordFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  labels: { show: string; hide: string };
  /** tells the password manager what it is */
  autoComplete: 'current-password' | 'new-password';
  name?: string;
  hint?: ReactNode;
  error?: string;
  /** how strong, 0–4 bars; shown below the field */
  strength?: { score: 0 | 1 | 2 | 3 | 4; label: string };
  isRequired?: boolean;
  isDisabled?: boolean;
  hasAutoFocus?: boolean;
  ref?: Ref<HTMLInputElement>;
};

/** A password with an eye to show it. Pasting is welcome. */
export function PasswordField(props: PasswordFieldProps) {
  const { label, value, onChange, labels, hint, error, strength, isRequired, isDisabled, hasAutoFocus, ...rest } =
    props;
  const id = useId();
  const [isShown, setShown] = useState(false);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} isDisabled={isDisabled}>
      <div className={fieldClass({ isInvalid: Boolean(error), isDisabled })}>
        <input
          {...rest}
          id={id}
          type={isShown ? 'text' : 'password'}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          required={isRequired}
          disabled={isDisabled}
          autoFocus={hasAutoFocus}
          data-autofocus={hasAutoFocus || undefined}
          spellCheck={false}
          autoCapitalize="none"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}
          className={CONTROL_CLASS}
        />
        <IconButton
          icon={isShown ? EyeOff : Eye}
          label={isShown ? labels.hide : labels.show}
          isDisabled={isDisabled}
          onClick={() => setShown(!isShown)}
          className="-me-2"
        />
      </div>
      {strength && (
        <div role="img" aria-label={strength.label} className="mt-2 grid grid-cols-4 gap-1">
          {[1, 2, 3, 4].map((bar) => (
            <span key={bar} className={bar <= strength.score ? STRENGTHS[strength.score] : STRENGTHS[0]} />
          ))}
        </div>
      )}
    </FieldFrame>
  );
}

const STRENGTHS = [
  'h-1 rounded-full bg-press',
  'h-1 rounded-full bg-danger',
  'h-1 rounded-full bg-warn',
  'h-1 rounded-full bg-ok',
  'h-1 rounded-full bg-ok',
] as const;
