const key = 'kabar.reloadedAt';
/** A second reload within this time would be a loop, ms. */
const calmMs = 30_000;

/**
 * A tab of an old version may ask for a file that neither the cache nor the server has any more: then the page is loaded again, which brings the new version.
 * Once: if that does not help, the error reaches the page's error screen.
 */
export function reloadOnMissingFile(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(key) ?? 0);
    if (!navigator.onLine || Date.now() - last < calmMs) return;
    sessionStorage.setItem(key, String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}
