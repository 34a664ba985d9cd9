import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { MediaId } from '#protocol/entities/media.ts';
import { useServices } from '#client/context.ts';
import { PhotoLayer } from '#client/parts/PhotoLayer.tsx';
import { useMediaSrc } from '#client/parts/media/useMediaSrc.ts';

export type PhotoGroundProps = { id: MediaId };

/** The picture that the person has chosen for behind a chat: as it is on this device, else from the server, and after that without one too. */
export function PhotoGround({ id }: PhotoGroundProps) {
  const { stores, loadMedia } = useServices();
  const kit = useStore(stores.media, (state) => state.kit);
  useEffect(() => {
    if (!kit) loadMedia().catch(() => undefined);
  }, [kit, loadMedia]);
  const { src, onBroken } = useMediaSrc(kit?.files, id, '1280', true);
  return <PhotoLayer src={src} onBroken={onBroken} />;
}
