import { useEffect, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';

/** px */
const LEAST = 260;
const MOST = 420;
const USUAL = 320;
const STEP = 20;
/** Where this device keeps the width. */
const STORED = 'kabar.listWidth';

/** The edge between list and conversation from 1100 px on: drag it, or arrows while it has the focus; a double click sets it back. */
export function ListResizer({ label }: { label: string }) {
  const [width, setWidth] = useState(readWidth);
  useEffect(() => {
    const page = document.documentElement;
    page.style.setProperty('--list-wide', `${width}px`);
    localStorage.setItem(STORED, String(width));
  }, [width]);
  const isMirrored = (): boolean => document.documentElement.dir === 'rtl';
  const handleMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const list = event.currentTarget.parentElement?.getBoundingClientRect();
    if (list) setWidth(clamp(isMirrored() ? list.right - event.clientX : event.clientX - list.left));
  };
  const handleKey = (event: KeyboardEvent) => {
    const direction = isMirrored() ? -1 : 1;
    const by = { ArrowLeft: -STEP * direction, ArrowRight: STEP * direction }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setWidth((now) => clamp(now + by));
  };
  const handlers = {
    tabIndex: 0,
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => event.currentTarget.setPointerCapture(event.pointerId),
    onPointerMove: handleMove,
    onDoubleClick: () => setWidth(USUAL),
    onKeyDown: handleKey,
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      aria-valuenow={width}
      {...handlers}
      className="absolute inset-y-0 -end-1 z-6 w-2 cursor-col-resize touch-none -outline-offset-2 max-desk:hidden"
    />
  );
}

const clamp = (width: number): number => Math.round(Math.min(MOST, Math.max(LEAST, width)));

function readWidth(): number {
  const stored = Number(localStorage.getItem(STORED) ?? USUAL);
  return Number.isFinite(stored) ? clamp(stored) : USUAL;
}
