import { useRef, useState, type PointerEvent } from 'react';
import type { MediaId } from '#protocol/entities/media.ts';

/** A press that moves less than this is a press, px. */
const slackPx = 6;
/** So near to its edge, px, the page goes on under what is held, by so much per move. */
const edgePx = 56;
const stepPx = 14;

/**
 * Moves a thing of a grid with a mouse, a pen or a finger. `order`: how they stand while one is held; `onMove` is called when it is let go at another place. Escape puts it back.
 */
export function useGridDrag(ids: readonly MediaId[], onMove: (id: MediaId, to: number) => void) {
  const list = useRef<HTMLUListElement>(null);
  const [held, setHeld] = useState<{ id: MediaId; to: number }>();
  const order = held ? moved(ids, held.id, held.to) : ids;
  const start = (down: PointerEvent<HTMLElement>, id: MediaId): void => {
    if (down.button !== 0 || ids.length < 2) return;
    const ending = new AbortController();
    const { signal } = ending;
    let to: number | undefined;
    const follow = (event: globalThis.PointerEvent): void => {
      const { clientX: x, clientY: y } = event;
      if (to === undefined && Math.hypot(x - down.clientX, y - down.clientY) < slackPx) return;
      scrollAtEdge(list.current, y);
      // Whatever lies under the pointer gives its place.
      const under = document.elementsFromPoint(x, y).find((one) => one instanceof HTMLElement && one.dataset['photo']);
      const place = under ? ([...(list.current?.children ?? [])] as Element[]).indexOf(under) : -1;
      to = place === -1 ? (to ?? ids.indexOf(id)) : place;
      setHeld({ id, to });
    };
    const end = (isDropped: boolean): void => {
      ending.abort();
      setHeld(undefined);
      if (isDropped && to !== undefined && ids[to] !== id) onMove(id, to);
    };
    document.addEventListener('pointermove', follow, { signal });
    document.addEventListener('pointerup', () => end(true), { signal });
    document.addEventListener('pointercancel', () => end(false), { signal });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal });
  };
  return { list, order, dragged: held?.id, start };
}

const moved = (ids: readonly MediaId[], id: MediaId, to: number): MediaId[] =>
  ids.filter((one) => one !== id).toSpliced(to, 0, id);

function scrollAtEdge(list: HTMLElement | null, y: number): void {
  const pane = list?.closest('.scroll-pane');
  if (!pane) return;
  const { top, bottom } = pane.getBoundingClientRect();
  if (y < top + edgePx) pane.scrollBy({ top: -stepPx });
  else if (y > bottom - edgePx) pane.scrollBy({ top: stepPx });
}
