/**
 * Tells when the page may be frozen or put away, and when it comes back with its memory intact. A page that is put away must not keep locks or sockets:
 * other tabs would wait for it. `show` runs only for a page that was hidden before.
 */
export function watchPageLifecycle(handlers: { hide(): void; show(): void }): void {
  let isHidden = false;
  const hide = (): void => {
    if (isHidden) return;
    isHidden = true;
    handlers.hide();
  };
  const show = (): void => {
    if (!isHidden) return;
    isHidden = false;
    handlers.show();
  };
  addEventListener('pagehide', hide);
  addEventListener('pageshow', show);
  document.addEventListener('freeze', hide);
  document.addEventListener('resume', show);
}
