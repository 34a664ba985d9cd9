import { deferred } from '#base/deferred.ts';
import type { Locks } from '#sync/ports.ts';

/** Exclusive locks over all tabs, by the Web Locks API. A wait that is stopped ends quietly, without its work. */
export const webLocks: Locks = {
  hold: async (name, work, options = {}) => {
    const lost = deferred();
    const abort = new AbortController();
    options.signal?.onStop(() => abort.abort());
    if (options.signal?.stopped) return;
    let running: Promise<void> | undefined;
    // The API refuses `steal` together with `signal`: a theft never waits, so there is nothing to cancel.
    const request = options.steal ? { steal: true } : { signal: abort.signal };
    try {
      await navigator.locks.request(name, request, () => {
        running = work(lost.promise);
        return running;
      });
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
      // Either the wait was stopped, or another tab has taken the lock while the work was running: then the work is told and ends in its own time.
      lost.resolve();
      await running;
    }
  },
};
