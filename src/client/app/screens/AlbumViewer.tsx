import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { MediaViewer } from '#client/features/media/MediaViewer.tsx';
import { useBackCloses } from '#client/features/media/viewer/useBackCloses.ts';
import { useChatShelf } from '#client/features/shelf/useChatShelf.ts';
import type { GalleryItem } from '#client/stores/gallery/toMonths.ts';
import type { AlbumPhoto } from '#protocol/entities/shelf.ts';
import type { ChatId } from '#protocol/ids.ts';

export type AlbumViewerProps = {
  c: ChatId;
  photos: readonly AlbumPhoto[];
  /** which of them is shown first */
  index: number;
  onClose: () => void;
};

/** The photos of an album over the whole screen, in the order of the album. */
export function AlbumViewer({ c, photos, index, onClose }: AlbumViewerProps) {
  const { t } = useTranslation();
  const { stores, serverNow } = useServices();
  const kit = useStore(stores.media, (state) => state.kit);
  const shelf = useChatShelf(c);
  const [at, setAt] = useState(index);
  const [isSaving, setSaving] = useState(false);
  const [said, say] = useState('');
  const items = useMemo(() => photos.map((photo, place) => toItem(photo, place, photos.length)), [photos]);
  const byKey = useMemo(() => new Map(photos.map((photo) => [photo.p.id as string, photo])), [photos]);
  useBackCloses(onClose);
  const save = async ({ part }: GalleryItem): Promise<void> => {
    if (!part) return;
    setSaving(true);
    const isSaved = await kit?.save(part);
    setSaving(false);
    say(isSaved === true ? '' : t('media.notSaved'));
  };
  return (
    <MediaViewer
      {...{ items, at, isSaving, said, onClose }}
      onGo={(next) => {
        say('');
        setAt(next);
      }}
      source={kit?.files}
      isOwn={({ key }) => {
        const photo = byKey.get(key);
        return photo !== undefined && shelf.isMine(photo);
      }}
      nameOf={(u) => shelf.nameOf(photos.find((photo) => photo.u === u) ?? { u })}
      now={serverNow()}
      onSave={(item) => void save(item)}
    />
  );
}

const toItem = ({ p, u, at }: AlbumPhoto, place: number, total: number): GalleryItem => ({
  ...{ key: p.id, s: undefined, u, at, part: p, index: place + 1, total },
});
