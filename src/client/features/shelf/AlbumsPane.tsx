import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { albumsMax, canAddToShelf } from '#domain/shelfRules.ts';
import type { Album, ShelfId } from '#protocol/entities/shelf.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { AlbumCard } from './AlbumCard.tsx';
import { AlbumNameDialog } from './AlbumNameDialog.tsx';
import { newShelfId } from './newShelfId.ts';
import { ShelfFrame } from './ShelfFrame.tsx';
import { shelfState } from './shelfState.ts';
import { useChatShelf } from './useChatShelf.ts';
import { useKept } from './useKept.ts';

export type AlbumsPaneProps = { chatId: ChatId };

/** `/chats/:id/albums`: the albums of a chat. */
export function AlbumsPane({ chatId: c }: AlbumsPaneProps) {
  const { t } = useTranslation();
  const { rpc, newOp, serverNow, stores, loadMedia } = useServices();
  const kit = useStore(stores.media, (state) => state.kit);
  const shelf = useChatShelf(c);
  const kept = useKept<readonly Album[]>({ c, page: 'albums', news: shelf.news }, async () => {
    const answer = await rpc('album.list', { c });
    return answer.ok ? { ok: true, data: answer.data.items } : answer;
  });
  // The id of the album that is being made: a second try makes no second one.
  const [naming, setNaming] = useState<ShelfId>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    // Without it the blurred pictures stand there.
    if (!kit) loadMedia().catch(() => undefined);
  }, [kit, loadMedia]);
  const { standing } = shelf;
  const canAdd = standing !== undefined && canAddToShelf(standing, serverNow());
  const albums = kept.data ?? [];
  const open = (): void => {
    setProblem(albums.length >= albumsMax ? t('shelf.album.full', { max: albumsMax }) : undefined);
    setNaming(newShelfId({ newOp }));
  };
  const make = async (i: ShelfId, name: string): Promise<void> => {
    setBusy(true);
    const answer = await rpc('album.put', { c, i, n: name, op: newOp() });
    setBusy(false);
    if (!answer.ok) {
      return setProblem(answer.code === 'FULL' ? t('shelf.album.full', { max: albumsMax }) : problemText(t, answer));
    }
    const { album } = answer.data;
    kept.change((before) => [album, ...before]);
    setNaming(undefined);
    shelf.navigate(`/chats/${c}/albums/${album.i}`);
  };
  return (
    <>
      <ShelfFrame
        title={t('shelf.albums')}
        subtitle={shelf.title}
        face={shelf.face === undefined ? undefined : { id: shelf.face, name: shelf.title }}
        back={{ href: `/chats/${c}`, onClick: shelf.follow(`/chats/${c}`) }}
        actions={
          canAdd && <IconButton icon={Plus} label={t('shelf.album.new')} aria-haspopup="dialog" onClick={open} />
        }
        state={standing ? shelfState(kept) : 'gone'}
        problem={kept.problem}
        isOffline={kept.isOffline}
        onRetry={kept.reload}
        width="wide"
      >
        {albums.length === 0 ? (
          <EmptyState
            title={t('shelf.album.none.title')}
            text={t('shelf.album.none.text')}
            action={
              canAdd && (
                <Button icon={Plus} aria-haspopup="dialog" onClick={open}>
                  {t('shelf.album.new')}
                </Button>
              )
            }
          />
        ) : (
          <ul
            aria-label={t('shelf.albums')}
            className="grid grid-cols-[repeat(auto-fill,minmax(min(calc(50%-4px),168px),1fr))] gap-2"
          >
            {albums.map((album) => (
              <li key={album.i} className="min-w-0">
                <AlbumCard
                  name={album.n}
                  count={album.k}
                  by={shelf.nameOf(album)}
                  cover={album.cv}
                  source={kit?.files}
                  href={`/chats/${c}/albums/${album.i}`}
                  onOpen={shelf.follow(`/chats/${c}/albums/${album.i}`)}
                />
              </li>
            ))}
          </ul>
        )}
      </ShelfFrame>
      {naming && (
        <AlbumNameDialog
          name=""
          isNew
          isBusy={isBusy}
          problem={problem}
          onSave={(name) => void make(naming, name)}
          onClose={() => setNaming(undefined)}
        />
      )}
    </>
  );
}
