import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { partsOf } from '#client/features/chat/media/partsOf.ts';
import type { FeedItem } from '#client/features/chat/model/FeedItem.ts';
import { AddToAlbumSheet } from '#client/features/shelf/AddToAlbumSheet.tsx';
import type { PhotoPlace } from '#client/features/shelf/PhotoPlace.ts';
import { isVisual } from '#client/parts/media/isVisual.ts';
import { Toast } from '#client/ui/Toast.tsx';
import { ToastRegion } from '#client/ui/ToastRegion.tsx';
import type { ChatId } from '#protocol/ids.ts';

export type AddToAlbumProps = {
  c: ChatId;
  /** messages of the chat, as far as an album needs them */
  items: readonly Pick<FeedItem, 'seq' | 'content'>[];
  onClose: () => void;
};

/** Puts the photos and films of messages into an album of their chat, and says what was done. */
export function AddToAlbum({ c, items, onClose }: AddToAlbumProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [done, setDone] = useState<{ text: string; href: string }>();
  if (!done) return <AddToAlbumSheet c={c} places={placesOf(items)} onDone={setDone} onClose={onClose} />;
  return (
    <ToastRegion label={t('shelf.albums')}>
      <Toast
        text={done.text}
        action={{ label: t('shelf.to.open'), onClick: () => navigate(done.href) }}
        closeLabel={t('common.close')}
        onClose={onClose}
      />
    </ToastRegion>
  );
}

/** In the order of the chat, whatever was pressed first. */
const placesOf = (items: AddToAlbumProps['items']): PhotoPlace[] =>
  items
    .toSorted((one, other) => (one.seq ?? 0) - (other.seq ?? 0))
    .flatMap(({ seq, content }) =>
      seq === undefined
        ? []
        : partsOf(content)
            .filter(isVisual)
            .map(({ id }) => ({ s: seq, id })),
    );
