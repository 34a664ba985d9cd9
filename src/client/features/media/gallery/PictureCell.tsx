import { CloudOff, Check, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { blurUrl } from '#client/parts/media/blurUrl.ts';
import { durationText } from '#client/parts/media/durationText.ts';
import type { MediaSource } from '#client/parts/media/MediaSource.ts';
import { SoftImage } from '#client/parts/media/SoftImage.tsx';
import { useMediaSrc } from '#client/parts/media/useMediaSrc.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { useLongPress } from '#client/ui/useLongPress.ts';

export type PictureCellProps = {
  id: string;
  part: MediaPart;
  source: MediaSource | undefined;
  /** the accessible name: what, by whom, when */
  label: string;
  tabIndex: 0 | -1;
  /** undefined: nothing is being chosen */
  isChosen: boolean | undefined;
  onOpen: () => void;
  onChoose: () => void;
};

/** A picture or film in the grid: its blur until it is there, and while things are chosen whether it is among them. */
export function PictureCell(props: PictureCellProps) {
  const { id, part, source, label, tabIndex, isChosen, onOpen, onChoose } = props;
  const { t } = useTranslation();
  const isFilm = part.t === 'v';
  const { src, onBroken } = useMediaSrc(isFilm ? undefined : source, part.id, '320', false);
  const blur = blurUrl(part.b);
  const press = useLongPress(isChosen === undefined ? onChoose : undefined);
  const isAway = !isFilm && source !== undefined && src === undefined;
  return (
    <button
      type="button"
      data-item={id}
      aria-label={isAway ? t('gallery.awayOf', { name: label }) : label}
      aria-pressed={isChosen}
      tabIndex={tabIndex}
      onClick={isChosen === undefined ? onOpen : onChoose}
      {...press}
      className="group relative block size-full overflow-hidden bg-press bg-cover bg-center -outline-offset-2 pointer-coarse:select-none"
      style={blur === undefined ? undefined : { backgroundImage: `url(${blur})` }}
    >
      <SoftImage src={src} onBroken={onBroken} />
      {isFilm && (
        <span
          aria-hidden
          className="absolute end-1.5 bottom-1.5 flex items-center gap-1 rounded-full bg-[oklch(0.2_0.005_80/0.72)] px-2 text-12 font-semibold text-white tabular-nums"
        >
          <Icon icon={Play} size={12} className="fill-current" />
          {part.d !== undefined && durationText(part.d)}
        </span>
      )}
      {isAway && (
        <span className="absolute end-1.5 bottom-1.5 grid size-6 place-items-center rounded-field bg-[oklch(0.2_0.005_80/0.72)] text-white">
          <Icon icon={CloudOff} size={14} />
        </span>
      )}
      {isChosen !== undefined && (
        <span
          aria-hidden
          className={cx(
            'absolute inset-0 flex items-start justify-end p-1.5',
            isChosen && 'bg-[oklch(0.2_0.005_80/0.35)] shadow-[inset_0_0_0_3px_var(--brand)]',
          )}
        >
          <span
            className={cx(
              'grid size-6 place-items-center rounded-full border-2 border-white text-white shadow-float',
              isChosen ? 'bg-[oklch(0.45_0.09_195)]' : 'bg-[oklch(0.2_0.005_80/0.4)]',
            )}
          >
            {isChosen && <Icon icon={Check} size={14} />}
          </span>
        </span>
      )}
    </button>
  );
}
