import type { Log } from '#sync/ports.ts';

/** How often a tab that stays open looks for a newer version, ms. */
const lookMs = 60 * 60_000;

/** The service worker as the app sees it. */
export interface AppUpdate {
  /** Loads the newer version in this tab; other tabs go on with their own files. */
  apply(): void;
}

/**
 * Registers the service worker, which keeps the app's files on the device. A newer version waits until a person says so: `onReady` announces it. Only
 * production builds have a worker.
 */
export function registerWorker(log: Log, onReady: () => void): AppUpdate {
  let registration: ServiceWorkerRegistration | undefined;
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    navigator.serviceWorker.register('/sw.js').then(
      (made) => {
        registration = made;
        watch(made, onReady);
      },
      (error: unknown) => log.warn('worker.refused', { error: String(error) }),
    );
  }
  return {
    apply() {
      const waiting = registration?.waiting;
      if (!waiting) return location.reload();
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage('SKIP_WAITING');
    },
  };
}

function watch(registration: ServiceWorkerRegistration, onReady: () => void): void {
  // Without a controller this is the first visit: nothing older is running.
  const check = (): void => {
    if (registration.waiting && navigator.serviceWorker.controller) onReady();
  };
  check();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', check);
  });
  const look = (): void => {
    // Fails without a network, which is no news; the next look comes by itself.
    registration.update().catch(() => undefined);
  };
  setInterval(look, lookMs);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look();
  });
}
