import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A screen whose code comes when it is first shown; `preload` fetches it earlier. */
export type LazyScreen<Props extends object> = LazyExoticComponent<ComponentType<Props>> & { preload(): void };

/** Makes a lazy screen. A failed load is tried again at the next showing. */
export function lazyScreen<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyScreen<Props> {
  let loading: Promise<{ default: ComponentType<Props> }> | undefined;
  const fetchOnce = (): Promise<{ default: ComponentType<Props> }> => {
    loading ??= load().then(
      (screen) => ({ default: screen }),
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  return Object.assign(lazy(fetchOnce), {
    preload: () => {
      // A failure is shown when the screen is really wanted.
      fetchOnce().catch(() => undefined);
    },
  });
}
