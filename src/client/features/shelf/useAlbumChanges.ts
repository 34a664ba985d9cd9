import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moveInOrder } from '#domain/moveInOrder.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { Album, AlbumPhoto, ShelfId } from '#protocol/entities/shelf.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { Ack } from '#protocol/errors.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { addPlaces } from './addPlaces.ts';
import type { PhotoPlace } from './PhotoPlace.ts';
import type { KeptAlbum } from './readAlbum.ts';
import type { Kept } from './useKept.ts';

type Tell = <Data>(ask: () => Promise<Ack<Data>>, onDone: (data: Data) => void) => Promise<boolean>;

/** What can be done with an album, each told to the server in the order of the presses. An order is shown at once, everything else when it is done; what did not work is undone by what the server says. */
export function useAlbumChanges(
  { c, i }: { c: ChatId; i: ShelfId },
  kept: Kept<KeptAlbum>,
  me: { readonly mid: MemberId | undefined },
) {
  const services = useServices();
  const { rpc, newOp } = services;
  const { tell, ...state } = useTell(kept.reload);
  const withAlbum = (album: Album): void => kept.change((data) => ({ ...data, album }));
  const added = (album: Album): void => {
    withAlbum(album);
    kept.reload();
  };
  return {
    ...state,
    /** A file of this device has come in: it stands there as this device knows it, until the last one is there. */
    arrived(album: Album, part: MediaPart, isLast: boolean): void {
      const { mid } = me;
      if (isLast || mid === undefined) return added(album);
      return kept.change((data) => ({ album, items: [...data.items, { p: part, u: mid, at: album.ch }] }));
    },
    move: useMove({ c, i }, kept, tell),
    remove: (ids: readonly MediaId[]) =>
      tell(
        () => rpc('album.remove', { c, i, ids: [...ids], op: newOp() }),
        ({ album }) => kept.change((data) => ({ album, items: data.items.filter(({ p }) => !ids.includes(p.id)) })),
      ),
    /** Gives it a name, and a cover where one is said. */
    put: (n: string, cv?: MediaId) =>
      tell(
        () => rpc('album.put', { c, i, n, ...(cv === undefined ? {} : { cv }), op: newOp() }),
        ({ album }) => withAlbum(album),
      ),
    addFromChat: (places: readonly PhotoPlace[]) =>
      tell(
        () => addPlaces(services, { c, i }, places),
        ({ album }) => added(album),
      ),
    drop: () =>
      tell(
        () => rpc('album.delete', { c, i, op: newOp() }),
        () => services.keptShelf.keep(c, `album-${i}`, undefined),
      ),
  };
}
/** See {@link useAlbumChanges}. */
export type AlbumChanges = ReturnType<typeof useAlbumChanges>;

/** Requests one after the other, with why the last one did not work. */
function useTell(reload: () => void) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const tell: Tell = async (ask, onDone) => {
    const turn = last.current.then(ask);
    last.current = turn;
    setBusy(true);
    const answer = await turn;
    setBusy(false);
    if (answer.ok) onDone(answer.data);
    setProblem(answer.ok ? undefined : answer.code === 'FULL' ? t('shelf.photo.full') : problemText(t, answer));
    if (!answer.ok) reload();
    return answer.ok;
  };
  return { problem, isBusy, forget: () => setProblem(undefined), tell };
}

/** Moves a photo to a place, from 0. Several presses may come before the first is told: each stands on the order that the others left. */
function useMove({ c, i }: { c: ChatId; i: ShelfId }, kept: Kept<KeptAlbum>, tell: Tell) {
  const { rpc, newOp } = useServices();
  const { change } = kept;
  const items = useRef<readonly AlbumPhoto[]>([]);
  useEffect(() => {
    items.current = kept.data?.items ?? [];
  });
  return (id: MediaId, to: number): void => {
    const order = items.current.map(({ p }) => p.id);
    const before = order.filter((one) => one !== id)[to] ?? null;
    const moved = moveInOrder(order, [id], before);
    if (!moved) return;
    const byId = new Map(items.current.map((photo) => [photo.p.id, photo]));
    const photos = moved.flatMap((one) => byId.get(one) ?? []);
    items.current = photos;
    change((data) => ({ ...data, items: photos }));
    void tell(
      () => rpc('album.move', { c, i, ids: [id], to: before, op: newOp() }),
      ({ album }) => change((data) => ({ ...data, album })),
    );
  };
}
