import { useEffect, useId, useRef } from 'react';

/**
 * The browser's way back closes something that lies over the page, instead of leaving the page. While it is open the history has one entry more, of the same address; closed in another way, that
 * entry is taken back, unless whoever closed it has gone on to another address with `replace`.
 */
export function useBackCloses(onClose: () => void): void {
  const id = useId();
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => history.pushState({ ...history.state, over: id }, ''));
    const back = (): void => {
      if (isOver || overOf(history.state) === id) return;
      isOver = true;
      latest.current();
    };
    globalThis.addEventListener('popstate', back);
    return () => {
      clearTimeout(timer);
      globalThis.removeEventListener('popstate', back);
      if (!isOver && overOf(history.state) === id) history.back();
    };
  }, [id]);
}

const overOf = (state: unknown): unknown => (state as { over?: unknown } | null)?.over;
