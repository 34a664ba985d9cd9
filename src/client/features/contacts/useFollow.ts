import type { MouseEvent } from 'react';
import { useLocation } from 'wouter';
import { isPlainPress } from '#client/ui/isPlainPress.ts';

/** Makes click handlers that follow a link inside the app; a click that asks for another tab or window is left to the browser. */
export function useFollow(): (href: string) => (event: MouseEvent<HTMLElement>) => void {
  const [, navigate] = useLocation();
  return (href) => (event) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    navigate(href);
  };
}
