import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useServices, type Gallery } from '#client/context.ts';
import { emptyGallery, type GalleryKind, type GalleryState } from '#client/stores/gallery/GalleryState.ts';
import { createStore } from 'zustand/vanilla';
import type { ChatId } from '#protocol/ids.ts';

/** How long after its code could not be had a gallery is asked for again, ms. */
const retryMs = 3_000;

const nothing = createStore<GalleryState>(() => emptyGallery('pictures'));

/** The gallery of a chat for as long as somebody looks; undefined until its code is there. `isMissing`: it could not be had yet. */
export function useGallery(
  c: ChatId,
  kind: GalleryKind,
): { gallery: Gallery | undefined; state: GalleryState; isMissing: boolean } {
  const { openGallery } = useServices();
  const [gallery, setGallery] = useState<Gallery>();
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    let opened: Gallery | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isWanted = true;
    const open = (): void => {
      openGallery(c, kind).then(
        (made) => {
          if (!isWanted) return made.close();
          opened = made;
          setMissing(false);
          setGallery(made);
        },
        () => {
          if (!isWanted) return;
          setMissing(true);
          timer = setTimeout(open, retryMs);
        },
      );
    };
    open();
    return () => {
      isWanted = false;
      clearTimeout(timer);
      opened?.close();
      setGallery(undefined);
    };
  }, [openGallery, c, kind]);
  const state = useStore(gallery?.store ?? nothing);
  return { gallery, state: gallery ? state : emptyOf(kind), isMissing };
}

const empties = new Map<GalleryKind, GalleryState>();
function emptyOf(kind: GalleryKind): GalleryState {
  const known = empties.get(kind) ?? emptyGallery(kind);
  empties.set(kind, known);
  return known;
}
