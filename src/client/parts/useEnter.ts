import { useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), [role="button"]';

/**
 * Makes an element with controls inside one single tab stop: Enter or F2 goes in (to its first control), Escape comes back out, and leaving
 * it with Tab closes it again. Give `innerTabIndex` to every control inside.
 */
export function useEnter(onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void) {
  const [isInside, setInside] = useState(false);
  return {
    innerTabIndex: (isInside ? 0 : -1) as 0 | -1,
    isInside,
    handlers: {
      onKeyDown(event: KeyboardEvent<HTMLElement>) {
        const isOnSelf = event.target === event.currentTarget;
        if (isOnSelf && (event.key === 'Enter' || event.key === 'F2')) {
          const first = event.currentTarget.querySelector<HTMLElement>(FOCUSABLE);
          if (first) {
            event.preventDefault();
            setInside(true);
            first.focus();
          }
        } else if (!isOnSelf && event.key === 'Escape') {
          event.stopPropagation();
          setInside(false);
          event.currentTarget.focus();
        }
        if (!event.defaultPrevented) onKeyDown?.(event);
      },
      onBlur(event: FocusEvent<HTMLElement>) {
        if (!event.currentTarget.contains(event.relatedTarget)) setInside(false);
      },
    },
  };
}
