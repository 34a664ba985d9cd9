import { Play, TriangleAlert, X } from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { blurUrl } from '#client/parts/media/blurUrl.ts';
import { fileIcon } from '#client/parts/media/fileIcon.ts';
import { isVisual } from '#client/parts/media/isVisual.ts';
import type { MediaSource } from '#client/parts/media/MediaSource.ts';
import { useMediaSrc } from '#client/parts/media/useMediaSrc.ts';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Spinner } from '#client/ui/Spinner.tsx';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { AttachItem } from './attachStore.ts';

export type TrayThumbProps = {
  item: AttachItem;
  name: string;
  place: { index: number; total: number };
  source: MediaSource | undefined;
  isDragged: boolean;
  /** id of the words that say how it is moved */
  hintId: string;
  onPointerDown: (event: PointerEvent<HTMLButtonElement>) => void;
  /** −1: towards the beginning */
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
};

/** One file of the tray. The arrows move it, Delete takes it out. */
export function TrayThumb(props: TrayThumbProps) {
  const { item, name, place, source, isDragged, hintId, onPointerDown, onMove, onRemove } = props;
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      onMove(event.key === forward ? 1 : -1);
    } else if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
  };
  const picture = item.part && isVisual(item.part) ? item.part : undefined;
  return (
    <li data-key={item.key} className={cx('relative flex-none', isDragged && 'z-1 opacity-75')}>
      <button
        type="button"
        aria-label={t(item.state === 'preparing' ? 'media.attach.preparing' : 'media.attach.item', { name, ...place })}
        aria-describedby={hintId}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        className={cx(
          'relative grid h-18 touch-none place-items-center overflow-hidden rounded-card bg-press select-none',
          picture || item.state === 'preparing' ? 'w-18' : 'w-36 px-2',
          item.state === 'bad' && 'shadow-[inset_0_0_0_1.5px_var(--danger)]',
        )}
      >
        {item.state === 'preparing' ? (
          <Spinner />
        ) : picture ? (
          <Visual part={picture} source={source} />
        ) : (
          <span className="grid w-full justify-items-center gap-1 text-12">
            <Icon icon={item.state === 'bad' ? TriangleAlert : fileIcon({ n: name, m: item.part?.m })} />
            <bdi className="w-full truncate">{name}</bdi>
          </span>
        )}
      </button>
      <IconButton
        icon={X}
        look="glass"
        size="small"
        iconSize={16}
        label={t('media.attach.remove', { name })}
        onClick={onRemove}
        className="absolute! -end-1.5 -top-2 size-6!"
      />
    </li>
  );
}

function Visual({ part, source }: { part: MediaPart; source: MediaSource | undefined }) {
  const { src, onBroken } = useMediaSrc(source, part.id, '320', true);
  const blur = blurUrl(part.b);
  const shown = part.t === 'i' ? (src ?? blur) : blur;
  return (
    <>
      {shown !== undefined && (
        <img
          src={shown}
          alt=""
          draggable={false}
          onError={() => src !== undefined && onBroken(src)}
          className="absolute inset-0 size-full object-cover"
        />
      )}
      {part.t === 'v' && (
        <span className="relative grid size-7 place-items-center rounded-full bg-[oklch(0.2_0.005_80/0.55)] text-white">
          <Icon icon={Play} size={14} className="fill-current" />
        </span>
      )}
    </>
  );
}
