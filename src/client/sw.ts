/// <reference lib="webworker" />
import { createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import { mediaCache } from '#client/adapters/media/mediaCache.ts';
import { pictureCache } from '#client/adapters/media/pictureCache.ts';
import { assetCache } from '#client/adapters/worker/assetCache.ts';
import { openNote } from '#client/adapters/worker/openNote.ts';

declare const self: ServiceWorkerGlobalScope;

/*
 * Keeps the app's own files on the device, so that it starts without a network. Two kinds: the shell (index.html, icons), of which only the newest counts, and
 * the hashed files in assets/, of which three builds are kept for tabs that still run an older one. Beside them the pictures and files that were shown; those go when the person
 * logs out.
 */
const files = (self.__WB_MANIFEST as (PrecacheEntry | string)[]).map((entry) =>
  typeof entry === 'string' ? { url: entry, revision: null } : entry,
);
const isAsset = (url: string): boolean => url.startsWith('assets/');

precacheAndRoute(files.filter(({ url }) => !isAsset(url)));

/** Addresses of the server itself. A navigation there must never be answered with the app. */
const serverPaths = [/^\/api\//, /^\/media\//, /^\/socket\.io\//, /^\/__mini\//, /^\/(?:healthz|readyz|metrics)$/];
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html'), { denylist: serverPaths }));
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  ({ request, event }) => assetCache.respond(request, (work) => event.waitUntil(work)),
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/media/'),
  ({ request, url }) => (mediaCache.handles(url) ? mediaCache : pictureCache).respond(request),
);

/** Browsers that know it take such requests to the network by themselves: none of them waits for this worker to be woken. The others ask it, and it lets them pass. */
interface RoutingEvent extends ExtendableEvent {
  addRoutes?(rule: { condition: { urlPattern: string }; source: 'network' }): Promise<void>;
}

async function goAround(event: RoutingEvent): Promise<void> {
  try {
    for (const urlPattern of ['/api/*', '/socket.io/*'])
      await event.addRoutes?.({ condition: { urlPattern }, source: 'network' });
  } catch (error) {
    // Only quicker: without it everything works, and the app must be kept on the device in any case.
    consoleLog.warn('routes.refused', { error: String(error) });
  }
}

self.addEventListener('install', (event: RoutingEvent) => {
  event.waitUntil(goAround(event));
  event.waitUntil(assetCache.install(files.filter(({ url }) => isAsset(url)).map(({ url }) => `/${url}`)));
});
self.addEventListener('activate', (event) => {
  // The first worker takes over the tab that installed it: from then on that tab, too, survives without a network.
  event.waitUntil(Promise.all([assetCache.prune(), self.clients.claim()]));
});
// A new version waits until the person agrees: tabs of the old one would lose nothing, but a reload in the middle of a sentence is rude.
self.addEventListener('message', (event) => {
  if (event.data === 'SKIP_WAITING') void self.skipWaiting();
});
self.addEventListener('notificationclick', (event) => {
  const { notification } = event;
  notification.close();
  event.waitUntil(
    openNote(notification.data, {
      all: () => self.clients.matchAll({ type: 'window', includeUncontrolled: true }),
      open: (path) => self.clients.openWindow(path),
    }),
  );
});
