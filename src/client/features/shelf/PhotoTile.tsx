import { Ellipsis, Play } from 'lucide-react';
import type { PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { durationText } from '#client/parts/media/durationText.ts';
import type { MediaSource } from '#client/parts/media/MediaSource.ts';
import { PartPicture } from '#client/parts/media/PartPicture.tsx';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';

export type PhotoTileProps = {
  part: MediaPart;
  source: MediaSource | undefined;
  /** its bytes may be on this device still */
  isOwn: boolean;
  /** counted from 1 */
  place: { index: number; total: number };
  isArranging: boolean;
  isDragged: boolean;
  /** the one that the Tab key leads to */
  isActive: boolean;
  /** id of the words that say how it is moved */
  hintId: string;
  onOpen: () => void;
  onPointerDown: (event: PointerEvent<HTMLButtonElement>) => void;
  onMore: (anchor: Element) => void;
};

/** A photo or film of an album. While the album is being arranged a press does nothing, and what is dragged moves. */
export function PhotoTile(props: PhotoTileProps) {
  const { part, source, isOwn, place, isArranging, isDragged, isActive, hintId, onOpen, onPointerDown, onMore } = props;
  const { t } = useTranslation();
  const name = t(part.t === 'v' ? 'media.videoOf' : 'media.photoOf', place);
  const tab = isActive ? 0 : -1;
  return (
    <li
      data-photo={part.id}
      className={cx('group relative aspect-square min-w-0 bg-press', isDragged && 'z-1 opacity-60')}
    >
      <button
        type="button"
        tabIndex={tab}
        aria-label={isArranging ? t('shelf.photo.arrange', { name }) : t('media.open', { name })}
        aria-describedby={isArranging ? hintId : undefined}
        onClick={() => {
          if (!isArranging) onOpen();
        }}
        onPointerDown={(event) => {
          if (isArranging) onPointerDown(event);
        }}
        className={cx(
          'absolute inset-0 block size-full overflow-hidden -outline-offset-3 select-none focus-visible:outline-3',
          isArranging && 'cursor-grab touch-none active:cursor-grabbing',
        )}
      >
        <PartPicture part={part} source={source} isOwn={isOwn} />
      </button>
      {part.t === 'v' && (
        <span
          aria-hidden
          className="pointer-events-none absolute end-1.5 bottom-1.5 flex items-center gap-1 rounded-[6px] bg-[oklch(0.2_0.005_80/0.72)] px-1.5 text-12 text-white tabular-nums"
        >
          <Icon icon={Play} size={14} className="fill-current" />
          {part.d !== undefined && durationText(part.d)}
        </span>
      )}
      <IconButton
        icon={Ellipsis}
        look="glass"
        size="small"
        iconSize={16}
        label={t('shelf.photo.actions', { name })}
        aria-haspopup="menu"
        tabIndex={tab}
        onClick={({ currentTarget }) => onMore(currentTarget)}
        className="absolute! end-1 top-1 transition-opacity pointer-fine:opacity-0 pointer-fine:group-focus-within:opacity-100 pointer-fine:group-hover:opacity-100"
      />
    </li>
  );
}
