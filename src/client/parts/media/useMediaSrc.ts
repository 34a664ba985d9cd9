import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { MediaId } from '#protocol/entities/media.ts';
import type { MediaSize, MediaSource } from './MediaSource.ts';

const noSubscription = (): (() => void) => () => undefined;

/** The address of a part for as long as it is on screen, and what to call when it cannot be shown. `isOwn`: its bytes may be on this device still. */
export function useMediaSrc(
  source: MediaSource | undefined,
  id: MediaId,
  size: MediaSize,
  isOwn: boolean,
): { src: string | undefined; onBroken: (src: string) => void } {
  const src = useSyncExternalStore(source?.subscribe ?? noSubscription, () => source?.srcOf(id, size));
  useEffect(() => source?.hold(id, isOwn), [source, id, isOwn]);
  const onBroken = useCallback((broken: string) => source?.failed(id, broken), [source, id]);
  return { src, onBroken };
}
