import { FolderPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Album, ShelfId } from '#protocol/entities/shelf.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { Button } from '#client/ui/Button.tsx';
import { TallSheet } from '#client/ui/TallSheet.tsx';
import { AlbumChoice } from './AlbumChoice.tsx';
import { AlbumNameDialog } from './AlbumNameDialog.tsx';
import { addPlaces } from './addPlaces.ts';
import { newShelfId } from './newShelfId.ts';
import type { PhotoPlace } from './PhotoPlace.ts';
import { useKept } from './useKept.ts';

export type AddToAlbumSheetProps = {
  c: ChatId;
  places: readonly PhotoPlace[];
  /** `text`: what was done, in words; `href`: the album */
  onDone: (done: { text: string; href: string }) => void;
  onClose: () => void;
};

/** Puts photos of the chat into one of its albums, or into a new one. */
export function AddToAlbumSheet({ c, places, onDone, onClose }: AddToAlbumSheetProps) {
  const { t } = useTranslation();
  const services = useServices();
  const { rpc, newOp, stores, loadMedia } = services;
  const kit = useStore(stores.media, (state) => state.kit);
  const kept = useKept<readonly Album[]>({ c, page: 'albums', news: 0 }, async () => {
    const answer = await rpc('album.list', { c });
    return answer.ok ? { ok: true, data: answer.data.items } : answer;
  });
  // The id of the album that is being made: a second try makes no second one.
  const [naming, setNaming] = useState<ShelfId>();
  const [busy, setBusy] = useState<ShelfId | 'new'>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    if (!kit) loadMedia().catch(() => undefined);
  }, [kit, loadMedia]);
  const fill = async ({ i, n }: Album): Promise<void> => {
    setBusy((now) => now ?? i);
    const answer = await addPlaces(services, { c, i }, places);
    setBusy(undefined);
    if (!answer.ok) return setProblem(answer.code === 'FULL' ? t('shelf.photo.full') : problemText(t, answer));
    const { k } = answer.data;
    const text = k === 0 ? t('shelf.to.known', { name: n }) : t('shelf.to.done', { count: k, name: n });
    onDone({ text, href: `/chats/${c}/albums/${i}` });
  };
  const make = async (i: ShelfId, n: string): Promise<void> => {
    setBusy('new');
    const answer = await rpc('album.put', { c, i, n, op: newOp() });
    if (answer.ok) {
      setNaming(undefined);
      return fill(answer.data.album);
    }
    setBusy(undefined);
    return setProblem(problemText(t, answer));
  };
  return (
    <>
      <TallSheet
        title={t('shelf.to.title')}
        subtitle={t('shelf.to.count', { count: places.length })}
        closeLabel={t('common.close')}
        onClose={onClose}
      >
        <div className="scroll-pane flex-1 p-2">
          {(kept.data ?? []).map((album) => (
            <AlbumChoice
              key={album.i}
              album={album}
              source={kit?.files}
              isBusy={busy === album.i}
              isDisabled={busy !== undefined}
              onPick={() => void fill(album)}
            />
          ))}
          {kept.problem !== undefined && (
            <p role="status" className="p-3 text-13 text-ink-soft">
              {kept.problem}
            </p>
          )}
        </div>
        <footer className="grid flex-none gap-2 border-t border-line p-3 pb-[calc(12px+env(safe-area-inset-bottom))]">
          <p role="alert" className="text-13 text-danger empty:hidden">
            {naming ? '' : problem}
          </p>
          <Button
            isWide
            icon={FolderPlus}
            isBusy={busy === 'new'}
            aria-haspopup="dialog"
            onClick={() => {
              setProblem(undefined);
              setNaming(newShelfId({ newOp }));
            }}
          >
            {t('shelf.album.new')}
          </Button>
        </footer>
      </TallSheet>
      {naming && (
        <AlbumNameDialog
          name=""
          isNew
          isBusy={busy !== undefined}
          problem={problem}
          onSave={(name) => void make(naming, name)}
          onClose={() => setNaming(undefined)}
        />
      )}
    </>
  );
}
