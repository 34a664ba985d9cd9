import { useId } from 'react';
import type { HTMLInputAutoCompleteAttribute, KeyboardEventHandler, ReactNode, Ref } from 'react';
import { CONTROL_CLASS, fieldClass } from './fieldClass.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { Icon } from './Icon.tsx';
import type { IconType } from './Icon.tsx';

export type TextFieldProps = {
  label: string;
  isLabelHidden?: boolean;
  value: string;
  onChange: (value: string) => void;
  name?: string;
  type?: 'text' | 'email' | 'url' | 'tel';
  placeholder?: string;
  hint?: ReactNode;
  /** what is wrong; the field turns crimson and says so */
  error?: string;
  icon?: IconType;
  /** stands before the value, such as "@" */
  prefix?: string;
  /** a control at the end, such as an `IconButton` */
  end?: ReactNode;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  autoCapitalize?: 'none' | 'sentences' | 'words';
  spellCheck?: boolean;
  maxLength?: number;
  isRequired?: boolean;
  isDisabled?: boolean;
  hasAutoFocus?: boolean;
  onBlur?: () => void;
  onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
  ref?: Ref<HTMLInputElement>;
};

/** One line of text with its label, hint and error. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    isLabelHidden,
    value,
    onChange,
    hint,
    error,
    icon,
    prefix,
    end,
    isRequired,
    isDisabled,
    hasAutoFocus,
    type = 'text',
    ...rest
  } = props;
  const id = useId();
  return (
    <FieldFrame id={id} label={label} isLabelHidden={isLabelHidden} hint={hint} error={error} isDisabled={isDisabled}>
      <div className={fieldClass({ isInvalid: Boolean(error), isDisabled })}>
        {icon && <Icon icon={icon} size={16} />}
        {prefix && <span aria-hidden>{prefix}</span>}
        <input
          {...rest}
          id={id}
          type={type}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          required={isRequired}
          disabled={isDisabled}
          autoFocus={hasAutoFocus}
          data-autofocus={hasAutoFocus || undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}
          className={CONTROL_CLASS}
        />
        {end}
      </div>
    </FieldFrame>
  );
}
