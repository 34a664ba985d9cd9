import type { KeyboardEvent } from 'react';
import type { LineLook } from './LineLook.ts';

const MOVES = { ArrowUp: 'previous', ArrowDown: 'next', Home: 'first', End: 'last' } as const;

/** Moves the focus between lines: only keys that were pressed on the line itself, not on something inside it. */
export function moveByKey(event: KeyboardEvent<HTMLElement>, key: string, look: LineLook): void {
  if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const to = MOVES[event.key as keyof typeof MOVES];
  if (!to) return;
  event.preventDefault();
  look.on.move(key, to);
}
