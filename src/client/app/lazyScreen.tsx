import { use, useEffect, useReducer, type ComponentType } from 'react';
import { inCompany } from '#client/ui/partCompany.ts';
import { TroublePage } from './TroublePage.tsx';

/** A failed load is tried again after this long, ms. */
const retryMs = 2_000;

/** A screen whose code comes when it is first shown; `preload` fetches it earlier and never rejects. */
export type LazyScreen<Props extends object> = ComponentType<Props> & { preload(): Promise<void> };

/**
 * Makes a lazy screen. Once its code is here it renders at once: unlike `React.lazy`, whose first rendering always suspends, and after whose fallback React
 * holds the content back for 300 ms. Where the code does not come, because the network or the server is away, the person is told so, and it is asked for
 * again until it comes.
 */
export function lazyScreen<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyScreen<Props> {
  type Came = ComponentType<Props> | undefined;
  /** The last attempt; resolves in any case. React must be given the same one until it has drawn what came of it. */
  let attempt: Promise<Came> | undefined;
  let isTold = false;
  const fetchOnce = (): Promise<Came> =>
    inCompany(load)().then(
      (Screen) => {
        attempt = settled(Screen);
        return Screen;
      },
      () => {
        // Whoever comes later begins with an attempt of their own.
        setTimeout(() => !isTold && (attempt = undefined), retryMs);
        return undefined;
      },
    );

  function Missing({ onThere }: { onThere: () => void }) {
    useEffect(() => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isWanted = true;
      const again = async (): Promise<void> => {
        const Screen = await fetchOnce();
        if (!isWanted) return;
        if (Screen) onThere();
        else timer = setTimeout(again, retryMs);
      };
      isTold = true;
      timer = setTimeout(again, retryMs);
      return () => {
        isTold = false;
        isWanted = false;
        clearTimeout(timer);
        void attempt?.then((Screen) => !Screen && !isTold && (attempt = undefined));
      };
    }, [onThere]);
    return <TroublePage trouble="missing" />;
  }

  function LazyScreen(props: Props) {
    const [, drawAgain] = useReducer((count: number) => count + 1, 0);
    const Screen = use((attempt ??= fetchOnce()));
    return Screen ? <Screen {...props} /> : <Missing onThere={drawAgain} />;
  }
  return Object.assign(LazyScreen, { preload: async () => void (await (attempt ??= fetchOnce())) });
}

/** A promise of which React knows the value without waiting for a turn. */
function settled<Value>(value: Value): Promise<Value> {
  return Object.assign(Promise.resolve(value), { status: 'fulfilled', value });
}
