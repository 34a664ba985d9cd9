import type { PointerEvent } from 'react';
import type { AppId } from '#protocol/ids.ts';

/** A pointer that rests on an app this long seems to mean it, ms. */
const restMs = 80;

/** What a list of apps listens to, so that the frame of one begins before it is opened. */
export interface Warming {
  onPointerOver(event: PointerEvent): void;
  onPointerOut(): void;
  onPointerDown(event: PointerEvent): void;
}

/** Each app of the list carries its id as `data-app`. `warm` is told once a pointer rests on one, or presses it: the frame has then begun when the finger is lifted. */
export function warmingOf(warm: (app: AppId) => void): Warming {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const appAt = ({ target }: PointerEvent): AppId | undefined =>
    target instanceof Element
      ? (target.closest<HTMLElement>('[data-app]')?.dataset['app'] as AppId | undefined)
      : undefined;
  const stop = (): void => clearTimeout(resting);
  return {
    onPointerOver(event) {
      stop();
      const app = appAt(event);
      if (app !== undefined && event.pointerType === 'mouse') resting = setTimeout(warm, restMs, app);
    },
    onPointerOut: stop,
    onPointerDown(event) {
      stop();
      const app = appAt(event);
      if (app !== undefined && event.button === 0) warm(app);
    },
  };
}
