/**
 * Keeps the finger that has just pressed long from pressing what appears beneath it: the click that its release would make is taken away. Ends with
 * that release, or with the next touch.
 */
export function swallowRelease(): void {
  const end = (): void => {
    globalThis.removeEventListener('touchend', swallow, true);
    globalThis.removeEventListener('touchstart', end, true);
  };
  const swallow = (event: Event): void => {
    if (event.cancelable) event.preventDefault();
    end();
  };
  globalThis.addEventListener('touchend', swallow, { capture: true, passive: false });
  globalThis.addEventListener('touchstart', end, { capture: true, passive: true });
}
