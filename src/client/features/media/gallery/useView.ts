import { useLayoutEffect, useState, type RefObject } from 'react';

/** What of a scroller is in sight, px. */
export interface View {
  top: number;
  height: number;
  width: number;
}

/** Follows a scroller; at most once a frame. `inner`: whose width counts. */
export function useView(scroller: RefObject<HTMLElement | null>, inner: RefObject<HTMLElement | null>): View {
  const [view, setView] = useState<View>({ top: 0, height: 0, width: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    const content = inner.current;
    if (!element || !content) return undefined;
    let frame = 0;
    const measure = (): void => {
      frame = 0;
      const next = { top: element.scrollTop, height: element.clientHeight, width: content.clientWidth };
      setView((now) => (now.top === next.top && now.height === next.height && now.width === next.width ? now : next));
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    };
    measure();
    const watch = new ResizeObserver(soon);
    watch.observe(element);
    watch.observe(content);
    element.addEventListener('scroll', soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      watch.disconnect();
      element.removeEventListener('scroll', soon);
    };
  }, [scroller, inner]);
  return view;
}
