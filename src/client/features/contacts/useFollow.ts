import type { MouseEvent } from 'react';
import { useLocation } from 'wouter';

/** Makes click handlers that follow a link inside the app; a click that asks for another tab or window is left to the browser. */
export function useFollow(): (href: string) => (event: MouseEvent<HTMLElement>) => void {
  const [, navigate] = useLocation();
  return (href) => (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(href);
  };
}
