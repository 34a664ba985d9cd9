import { useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import type { AttachItem } from './attachStore.ts';

/** A press that moves less than this is a press, px. */
const slackPx = 6;

/** Moves a thing of a row with a mouse, a pen or a finger. `order`: how they stand while one is held; `onMove` is called when it is let go at another place. */
export function useTrayDrag(items: readonly AttachItem[], onMove: (key: string, to: number) => void) {
  const list = useRef<HTMLUListElement>(null);
  const [held, setHeld] = useState<{ key: string; to: number }>();
  const start = (down: PointerEvent<HTMLButtonElement>, key: string): void => {
    if (down.button !== 0 || items.length < 2) return;
    const ending = new AbortController();
    const { signal } = ending;
    let to: number | undefined;
    const follow = (event: globalThis.PointerEvent): void => {
      if (to === undefined && Math.abs(event.clientX - down.clientX) < slackPx) return;
      to = placeAt(list.current, key, event.clientX);
      setHeld({ key, to });
    };
    const end = (isDropped: boolean): void => {
      ending.abort();
      setHeld(undefined);
      if (isDropped && to !== undefined && items[to]?.key !== key) onMove(key, to);
    };
    document.addEventListener('pointermove', follow, { signal });
    document.addEventListener('pointerup', () => end(true), { signal });
    document.addEventListener('pointercancel', () => end(false), { signal });
    document.addEventListener('keydown', ({ key: pressed }) => pressed === 'Escape' && end(false), { signal });
  };
  const one = items.find(({ key }) => key === held?.key);
  const order = held && one ? items.filter((item) => item !== one).toSpliced(held.to, 0, one) : items;
  return { list, order, dragged: held?.key, start };
}

/** Where the thing would stand: behind all others whose middle the pointer has passed, in the direction of the text. */
function placeAt(list: HTMLUListElement | null, key: string, x: number): number {
  if (!list) return 0;
  const isTurned = getComputedStyle(list).direction === 'rtl';
  return [...list.children].filter((element) => {
    if (!(element instanceof HTMLElement) || element.dataset['key'] === key) return false;
    const { left, width } = element.getBoundingClientRect();
    const middle = left + width / 2;
    return isTurned ? x < middle : x > middle;
  }).length;
}
