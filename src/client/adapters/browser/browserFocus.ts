import type { Focus } from '#sync/ports.ts';

/** Focus of this tab. A frame inside the page that has the keys counts as the page. */
export const browserFocus: Focus = {
  isFocused: () => document.visibilityState === 'visible' && document.hasFocus(),
  onChange(listener) {
    const tell = (): void => listener(browserFocus.isFocused());
    const parts = [
      [globalThis, 'focus'],
      [globalThis, 'blur'],
      [document, 'visibilitychange'],
    ] as const;
    for (const [target, name] of parts) target.addEventListener(name, tell);
    return () => {
      for (const [target, name] of parts) target.removeEventListener(name, tell);
    };
  },
};
