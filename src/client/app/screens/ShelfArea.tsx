import { useState } from 'react';
import { AlbumPane } from '#client/features/shelf/AlbumPane.tsx';
import { AlbumsPane } from '#client/features/shelf/AlbumsPane.tsx';
import { NotesPane } from '#client/features/shelf/NotesPane.tsx';
import type { AlbumPhoto } from '#protocol/entities/shelf.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toShelfId } from '#protocol/casts.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import type { AlbumViewerProps } from './AlbumViewer.tsx';

const AlbumViewer = lazyPart<AlbumViewerProps>(() => import('./AlbumViewer.tsx').then((m) => m.AlbumViewer));
const AHEAD = [AlbumViewer];

export type ShelfAreaProps = {
  chatId: ChatId;
  page: 'notes' | 'albums';
  /** the word after `/albums/` */
  album: string | undefined;
};

/** `/chats/:chatId/notes`, `/chats/:chatId/albums` and `/chats/:chatId/albums/:album`, with the viewer over an album. Give it chat and page as `key`. */
export function ShelfArea({ chatId, page, album }: ShelfAreaProps) {
  const [viewed, setViewed] = useState<{ photos: readonly AlbumPhoto[]; index: number }>();
  usePreload(AHEAD);
  if (page === 'notes') return <NotesPane chatId={chatId} />;
  if (album === undefined) return <AlbumsPane chatId={chatId} />;
  return (
    <>
      <AlbumPane chatId={chatId} albumId={toShelfId(album)} onOpen={(photos, index) => setViewed({ photos, index })} />
      {viewed && <AlbumViewer {...viewed} c={chatId} onClose={() => setViewed(undefined)} />}
    </>
  );
}
