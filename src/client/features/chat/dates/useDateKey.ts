import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Opens the calendar from anywhere in the chat where nothing is being written. */
export const DATE_KEY = 'd';

/** Listens for the key inside `pane`: a single letter may be a shortcut only where the focus cannot mean a text. */
export function useDateKey(pane: RefObject<HTMLElement | null>, onPress: (focused: Element) => void): void {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    const element = pane.current;
    const press = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (key.toLowerCase() !== DATE_KEY || event.altKey || event.ctrlKey || event.metaKey) return;
      if (!(target instanceof HTMLElement) || target.closest('input, textarea, [contenteditable], dialog')) return;
      event.preventDefault();
      latest.current(target);
    };
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  }, [pane]);
}
