import { useEffect, useReducer } from 'react';
import type { ComponentType } from 'react';
import { inCompany } from './partCompany.ts';

/** A failed load is tried again after this long, ms, while the part is wanted. */
const RETRY_MS = 2000;

/** A part whose code comes when it is first wanted; `preload` fetches it earlier. */
export type LazyPart<Props extends object> = ComponentType<Props> & { preload: () => void };

/**
 * Makes a part of a screen that is loaded on demand and shows nothing until then. Unlike `React.lazy` a failed load, such as one without a network,
 * neither breaks the screen nor is remembered: it is tried again.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let Part: ComponentType<Props> | undefined;
  let loading: Promise<boolean> | undefined;
  const fetchOnce = (): Promise<boolean> => {
    loading ??= inCompany(load)().then(
      (loaded) => {
        Part = loaded;
        return true;
      },
      () => {
        loading = undefined;
        return false;
      },
    );
    return loading;
  };
  function LazyPart(props: Props) {
    const [round, next] = useReducer((count: number) => count + 1, 0);
    useEffect(() => {
      if (Part) return undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isWanted = true;
      void fetchOnce().then((isThere) => {
        if (isWanted) timer = setTimeout(next, isThere ? 0 : RETRY_MS);
      });
      return () => {
        isWanted = false;
        clearTimeout(timer);
      };
    }, [round]);
    return Part ? <Part {...props} /> : null;
  }
  return Object.assign(LazyPart, { preload: () => void fetchOnce() });
}
