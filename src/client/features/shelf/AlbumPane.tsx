import { ArrowUpDown, Ellipsis, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { canAddToShelf, canArrange, canTidyShelf } from '#domain/shelfRules.ts';
import type { AlbumPhoto, ShelfId } from '#protocol/entities/shelf.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { AddProgress } from './AddProgress.tsx';
import { addQueueOf } from './addQueue.ts';
import { AlbumLayers, type AlbumLayer } from './AlbumLayers.tsx';
import { PhotoGrid } from './PhotoGrid.tsx';
import { readAlbum, type KeptAlbum } from './readAlbum.ts';
import { SaveProgress } from './SaveProgress.tsx';
import { ShelfFrame } from './ShelfFrame.tsx';
import { shelfState } from './shelfState.ts';
import { useAlbumChanges } from './useAlbumChanges.ts';
import { useChatShelf } from './useChatShelf.ts';
import { useKept } from './useKept.ts';
import { useSaveAll } from './useSaveAll.ts';

export type AlbumPaneProps = {
  chatId: ChatId;
  albumId: ShelfId;
  /** Shows a photo large; `photos` are those that can be leafed through. */
  onOpen: (photos: readonly AlbumPhoto[], index: number) => void;
};

/** `/chats/:id/albums/:album`: one album, its photos in their own order. */
export function AlbumPane({ chatId: c, albumId: i, onOpen }: AlbumPaneProps) {
  const { t } = useTranslation();
  const services = useServices();
  const { rpc, serverNow, stores, loadMedia } = services;
  const kit = useStore(stores.media, (state) => state.kit);
  const shelf = useChatShelf(c);
  const kept = useKept<KeptAlbum>({ c, page: `album-${i}`, news: shelf.news }, (show) =>
    readAlbum(rpc, { c, i }, show),
  );
  const changes = useAlbumChanges({ c, i }, kept, shelf);
  const queue = addQueueOf(services, { c, i });
  const adding = useStore(queue.store);
  const saving = useSaveAll();
  const [layer, setLayer] = useState<AlbumLayer>();
  const [isArranging, setArranging] = useState(false);
  useEffect(() => {
    if (!kit) loadMedia().catch(() => undefined);
  }, [kit, loadMedia]);
  const { standing } = shelf;
  const { album, items = [] } = kept.data ?? {};
  const isMine = album !== undefined && shelf.isMine(album);
  const canAdd = standing !== undefined && canAddToShelf(standing, serverNow());
  const rights = {
    canAdd,
    canTidy: standing !== undefined && canTidyShelf(standing, isMine),
    canArrange: standing !== undefined && canArrange(standing, isMine, serverNow()),
    isMine: shelf.isMine,
  };
  const back = `/chats/${c}/albums`;
  const openAdd = ({ currentTarget }: { currentTarget: Element }): void =>
    setLayer({ kind: 'add', anchor: currentTarget });
  return (
    <>
      <ShelfFrame
        title={album?.n ?? t('shelf.albums')}
        subtitle={album ? `${shelf.title} · ${t('shelf.album.size', { count: album.k })}` : shelf.title}
        back={{ href: back, onClick: shelf.follow(back) }}
        actions={
          album && (
            <>
              {canAdd && <IconButton icon={Plus} label={t('shelf.photo.add')} aria-haspopup="menu" onClick={openAdd} />}
              {rights.canArrange && items.length > 1 && (
                <IconButton
                  icon={ArrowUpDown}
                  label={t('shelf.album.arrange')}
                  isPressed={isArranging}
                  onClick={() => setArranging(!isArranging)}
                />
              )}
              <IconButton
                icon={Ellipsis}
                label={t('shelf.album.actions')}
                aria-haspopup="menu"
                onClick={({ currentTarget }) => setLayer({ kind: 'album', anchor: currentTarget })}
              />
            </>
          )
        }
        state={standing ? shelfState(kept) : 'gone'}
        problem={changes.problem ?? kept.problem}
        isOffline={changes.problem === undefined && kept.isOffline}
        onRetry={kept.reload}
        width="wide"
      >
        <AddProgress state={adding} onRetry={queue.retry} onCancel={queue.cancel} />
        <SaveProgress
          done={saving.done}
          total={saving.total}
          isRunning={saving.isRunning}
          failed={saving.failed.length}
          onRetry={() => void saving.start(saving.failed)}
          onStop={saving.stop}
        />
        {isArranging && <p className="pb-3 text-13 text-ink-soft">{t('shelf.album.arranging')}</p>}
        {items.length === 0 ? (
          <EmptyState
            title={t('shelf.album.empty.title')}
            text={canAdd ? t('shelf.album.empty.text') : undefined}
            action={
              canAdd && (
                <Button icon={Plus} aria-haspopup="menu" onClick={openAdd}>
                  {t('shelf.photo.add')}
                </Button>
              )
            }
          />
        ) : (
          <PhotoGrid
            label={album?.n ?? t('shelf.albums')}
            photos={items}
            source={kit?.files}
            isMine={shelf.isMine}
            isArranging={isArranging && rights.canArrange}
            onOpen={(index) => onOpen(items, index)}
            onMove={changes.move}
            onMore={(photo, index, anchor) => setLayer({ kind: 'photo', photo, index, anchor })}
          />
        )}
      </ShelfFrame>
      {layer && album && (
        <AlbumLayers
          layer={layer}
          album={album}
          items={items}
          c={c}
          rights={rights}
          changes={changes}
          onLayer={setLayer}
          onFiles={(files) => queue.add(files, changes.arrived)}
          onSave={(parts) => void saving.start(parts)}
          onGone={() => shelf.navigate(back)}
        />
      )}
    </>
  );
}
