import { useId } from 'react';
import type { KeyboardEventHandler, ReactNode, Ref } from 'react';
import { CONTROL_CLASS, fieldClass } from './fieldClass.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { cx } from './cx.ts';

export type TextAreaProps = {
  label: string;
  isLabelHidden?: boolean;
  value: string;
  onChange: (value: string) => void;
  name?: string;
  placeholder?: string;
  hint?: ReactNode;
  error?: string;
  /** lines at least and at most: it grows with its text where the browser can (`field-sizing`) */
  minRows?: number;
  maxRows?: number;
  maxLength?: number;
  isDisabled?: boolean;
  onKeyDown?: KeyboardEventHandler<HTMLTextAreaElement>;
  ref?: Ref<HTMLTextAreaElement>;
};

/** Several lines of text in a form. The message composer is not one of these. */
export function TextArea(props: TextAreaProps) {
  const { label, isLabelHidden, value, onChange, hint, error, minRows = 3, maxRows = 8, isDisabled, ...rest } = props;
  const id = useId();
  return (
    <FieldFrame id={id} label={label} isLabelHidden={isLabelHidden} hint={hint} error={error} isDisabled={isDisabled}>
      <div className={fieldClass({ isInvalid: Boolean(error), isDisabled })}>
        <textarea
          {...rest}
          id={id}
          rows={minRows}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          disabled={isDisabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}
          className={cx(CONTROL_CLASS, 'my-2.5 resize-none field-sizing-content')}
          style={{ minHeight: `${minRows}lh`, maxHeight: `${maxRows}lh` }}
        />
      </div>
    </FieldFrame>
  );
}
