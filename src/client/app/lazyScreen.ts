import { createElement, use, type ComponentType } from 'react';
import { inCompany } from '#client/ui/partCompany.ts';

/** How long a failed load is remembered, ms. */
const forgetMs = 2_000;

/** A screen whose code comes when it is first shown; `preload` fetches it earlier and never rejects. */
export type LazyScreen<Props extends object> = ComponentType<Props> & { preload(): Promise<void> };

/**
 * Makes a lazy screen. Once its code is here it renders at once: unlike `React.lazy`, whose first rendering always suspends, and after whose fallback React
 * holds the content back for 300 ms. A failed load shows as an error of the screen and is tried again at a later showing.
 */
export function lazyScreen<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyScreen<Props> {
  let Screen: ComponentType<Props> | undefined;
  let loading: Promise<ComponentType<Props>> | undefined;
  const fetchOnce = (): Promise<ComponentType<Props>> => {
    loading ??= inCompany(load)().then(
      (loaded) => (Screen = loaded),
      (error: unknown) => {
        // Not at once: React asks again when the promise has failed, and must be given the failure, not a new attempt.
        setTimeout(() => (loading = undefined), forgetMs);
        throw error;
      },
    );
    return loading;
  };
  function LazyScreen(props: Props) {
    return createElement(Screen ?? use(fetchOnce()), props);
  }
  return Object.assign(LazyScreen, {
    // A failure is shown when the screen is really wanted.
    preload: () => fetchOnce().then(ignore, ignore),
  });
}

function ignore(): void {
  // Nothing to do either way.
}
