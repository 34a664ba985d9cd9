import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlbumPhoto } from '#protocol/entities/shelf.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { MediaSource } from '#client/parts/media/MediaSource.ts';
import { moveInGrid } from '#client/parts/moveInGrid.ts';
import { PhotoTile } from './PhotoTile.tsx';
import { useGridDrag } from './useGridDrag.ts';

export type PhotoGridProps = {
  label: string;
  photos: readonly AlbumPhoto[];
  source: MediaSource | undefined;
  isMine: (photo: AlbumPhoto) => boolean;
  isArranging: boolean;
  onOpen: (index: number) => void;
  /** to the place `to`, from 0 */
  onMove: (id: MediaId, to: number) => void;
  onMore: (photo: AlbumPhoto, index: number, anchor: Element) => void;
};

/** So many tiles stand in the page at first, and so many more whenever their end comes into sight. */
const step = 150;

/** The photos of an album in their own order. The arrow keys lead through them; while it is being arranged they move the one with the focus. */
export function PhotoGrid(props: PhotoGridProps) {
  const { label, photos, source, isMine, isArranging, onOpen, onMove, onMore } = props;
  const { t } = useTranslation();
  const hint = useId();
  const [chosen, setChosen] = useState(0);
  const [said, say] = useState('');
  const { count, end } = useGrowing(photos.length);
  const byId = new Map(photos.map((photo) => [photo.p.id, photo]));
  const drag = useGridDrag(
    photos.slice(0, count).map(({ p }) => p.id),
    (id, to) => move(id, to),
  );
  const active = Math.min(chosen, photos.length - 1);
  function move(id: MediaId, to: number): void {
    onMove(id, to);
    setChosen(to);
    say(t('shelf.photo.moved', { index: to + 1, total: photos.length }));
  }
  const handleKey = (event: KeyboardEvent<HTMLUListElement>): void => {
    const cells = [...event.currentTarget.children].filter((one) => one instanceof HTMLElement);
    const index = cells.findIndex((cell) => cell.firstElementChild === document.activeElement);
    const top = cells[0]?.offsetTop;
    const id = photos[index]?.p.id;
    if (index === -1 || id === undefined) return;
    const next = moveInGrid(event.key, {
      index,
      count: isArranging ? photos.length : cells.length,
      columns: cells.filter((cell) => cell.offsetTop === top).length,
      isRtl: getComputedStyle(event.currentTarget).direction === 'rtl',
    });
    if (next === undefined) return;
    event.preventDefault();
    if (!isArranging) (cells[next]?.firstElementChild as HTMLElement | null)?.focus();
    else if (next !== index) move(id, next);
  };
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys belong to the buttons inside */}
      <ul
        ref={drag.list}
        aria-label={label}
        onKeyDown={handleKey}
        onFocus={({ currentTarget, target }) =>
          setChosen([...currentTarget.children].findIndex((cell) => cell.contains(target)))
        }
        className="grid grid-cols-[repeat(auto-fill,minmax(min(calc(33.3%-3px),140px),1fr))] gap-[3px] overflow-hidden rounded-card"
      >
        {drag.order.map((id, index) => {
          const photo = byId.get(id);
          return photo === undefined ? null : (
            <PhotoTile
              key={id}
              part={photo.p}
              source={source}
              isOwn={isMine(photo)}
              place={{ index: index + 1, total: photos.length }}
              isArranging={isArranging}
              isDragged={id === drag.dragged}
              isActive={index === active}
              hintId={hint}
              onOpen={() => {
                setChosen(index);
                onOpen(index);
              }}
              onPointerDown={(event) => drag.start(event, id)}
              onMore={(anchor) => {
                setChosen(index);
                onMore(photo, index, anchor);
              }}
            />
          );
        })}
      </ul>
      {count < photos.length && <div ref={end} aria-hidden className="h-40" />}
      <span id={hint} className="sr-only">
        {t('shelf.photo.hint')}
      </span>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}

/** How many of a long list are in the page: more each time the reader comes near to their end. */
function useGrowing(total: number) {
  const [count, setCount] = useState(step);
  const end = useRef<HTMLDivElement>(null);
  const isWhole = count >= total;
  useEffect(() => {
    const element = end.current;
    if (!element) return undefined;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setCount((before) => before + step);
      },
      // In a list that scrolls by itself it is the list that clips the mark.
      { rootMargin: '800px', scrollMargin: '800px' },
    );
    watch.observe(element);
    return () => watch.disconnect();
    // The mark is a new one each time it moves on.
  }, [count, isWhole]);
  return { count: Math.min(count, total), end };
}
