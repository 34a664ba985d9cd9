/** Whether a service worker stands between this page and the network. False on the very first visit, until it has started. */
export function hasWorker(): boolean {
  return 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
}
