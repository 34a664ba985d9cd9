import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

export type TooltipProps = {
  text: string;
  /** the shortcut in words */
  keys?: string;
  /** one control; it keeps its own accessible name */
  children: ReactNode;
};

/** px between the control and the words, and between the words and the window's edge */
const GAP = 6;

/** Words at a control on hover (after 500 ms) or keyboard focus. In the top layer, so that no pane cuts it; Escape hides it. */
export function Tooltip({ text, keys, children }: TooltipProps) {
  const id = useId();
  const place = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isShown, setShown] = useState(false);
  const show = (delayMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(true), delayMs);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setShown(false);
  };
  useLayoutEffect(() => {
    if (!isShown || !tip.current || !place.current) return;
    tip.current.showPopover();
    putBeside(tip.current, place.current.getBoundingClientRect());
  }, [isShown]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only watches the events of the control inside
    <span
      ref={place}
      className="inline-flex"
      onPointerEnter={(event) => event.pointerType !== 'touch' && show(500)}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && show(0)}
      onBlur={hide}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      {children}
      {isShown && (
        <span
          ref={tip}
          id={id}
          popover="manual"
          role="tooltip"
          className="fixed m-0 max-w-[280px] rounded-control border-0 bg-ink px-2.5 py-1.5 text-12 font-[550] text-surface"
        >
          {text}
          {keys && <span className="ms-2 opacity-80">{keys}</span>}
        </span>
      )}
    </span>
  );
}

/** Below the control, or above it at the window's foot; never beyond the window's sides. */
function putBeside(tip: HTMLElement, anchor: DOMRect): void {
  const { width, height } = tip.getBoundingClientRect();
  const left = anchor.left + anchor.width / 2 - width / 2;
  const isRoomBelow = anchor.bottom + GAP + height < innerHeight;
  tip.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
  tip.style.top = `${isRoomBelow ? anchor.bottom + GAP : anchor.top - GAP - height}px`;
}
