import { useCallback, useContext, useEffect, useSyncExternalStore } from 'react';
import type { MediaId, PictureSize } from '#protocol/entities/media.ts';
import { PictureSourceContext } from './PictureSource.ts';

const noSubscription = (): (() => void) => () => undefined;

/** The address of a picture for as long as it is on screen, and what to call when it cannot be shown. */
export function usePicture(
  id: MediaId | undefined,
  size: PictureSize,
): { src: string | undefined; onBroken: (src: string) => void } {
  const source = useContext(PictureSourceContext);
  const srcNow = (): string | undefined => (id === undefined ? undefined : source?.srcOf(id, size));
  const src = useSyncExternalStore(source?.subscribe ?? noSubscription, srcNow);
  useEffect(() => {
    if (id !== undefined) source?.want(id);
  }, [source, id]);
  const onBroken = useCallback(
    (broken: string) => {
      if (id !== undefined) source?.failed(id, broken);
    },
    [source, id],
  );
  return { src, onBroken };
}
