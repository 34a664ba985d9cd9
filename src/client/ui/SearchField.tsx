import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import type { KeyboardEventHandler, Ref } from 'react';
import { CONTROL_CLASS } from './fieldClass.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';

export type SearchFieldProps = {
  /** the accessible name and, unless `placeholder` says otherwise, the words inside */
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  clearLabel: string;
  /** arrows into the results, Enter; Escape clears a value before it gets here */
  onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
  hasAutoFocus?: boolean;
  'aria-controls'?: string;
  ref?: Ref<HTMLInputElement>;
};

/** A sunken field to search with. Escape or the cross empties it. */
export function SearchField({
  label,
  placeholder = label,
  value,
  onChange,
  clearLabel,
  onKeyDown,
  hasAutoFocus,
  ref,
  ...rest
}: SearchFieldProps) {
  const own = useRef<HTMLInputElement>(null);
  const setRef = (element: HTMLInputElement | null) => {
    own.current = element;
    if (typeof ref === 'function') ref(element);
    else if (ref) ref.current = element;
  };
  return (
    <div
      role="search"
      className="flex min-h-hit items-center gap-2 rounded-field bg-surface-sunken px-3 text-ink-faint focus-within:outline-2 focus-within:outline-focus"
    >
      <Icon icon={Search} size={16} />
      <input
        {...rest}
        ref={setRef}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        autoFocus={hasAutoFocus}
        data-autofocus={hasAutoFocus || undefined}
        autoComplete="off"
        enterKeyHint="search"
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '' && !event.nativeEvent.isComposing) {
            event.preventDefault();
            event.stopPropagation();
            onChange('');
          } else onKeyDown?.(event);
        }}
        className={`${CONTROL_CLASS} text-ellipsis [&::-webkit-search-cancel-button]:hidden`}
      />
      {value !== '' && (
        <IconButton
          icon={X}
          iconSize={16}
          size="small"
          label={clearLabel}
          onClick={() => {
            onChange('');
            own.current?.focus();
          }}
          className="-me-2"
        />
      )}
    </div>
  );
}
