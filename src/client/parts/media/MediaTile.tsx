import { Play } from 'lucide-react';
import { Icon } from '#client/ui/Icon.tsx';
import { blurUrl } from './blurUrl.ts';
import { durationText } from './durationText.ts';
import type { PartLook } from './PartLook.ts';
import type { MediaSource } from './MediaSource.ts';
import { SoftImage } from './SoftImage.tsx';
import { useMediaSrc } from './useMediaSrc.ts';

export type MediaTileProps = {
  look: PartLook;
  source: MediaSource | undefined;
  isOwn: boolean;
  /** px, its longest side: decides which copy is asked for */
  side: number;
  /** the accessible name */
  label: string;
  /** pictures behind this one */
  more: number;
  tabIndex: 0 | -1;
  onOpen: () => void;
};

/** A picture or the first moment of a film, in its box. The blur stands there until it is loaded, and stays where there is no network. */
export function MediaTile({ look: { part }, source, isOwn, side, label, more, tabIndex, onOpen }: MediaTileProps) {
  const isPicture = part.t === 'i';
  // Sharp on a screen of two pixels per px.
  const { src, onBroken } = useMediaSrc(source, part.id, isPicture ? (side > 170 ? '1280' : '320') : 'o', isOwn);
  const blur = blurUrl(part.b);
  return (
    <>
      <button
        type="button"
        aria-label={label}
        tabIndex={tabIndex}
        onClick={onOpen}
        className="absolute inset-0 block size-full overflow-hidden bg-press bg-cover bg-center -outline-offset-2"
        style={blur === undefined ? undefined : { backgroundImage: `url(${blur})` }}
      >
        {isPicture && <SoftImage src={src} onBroken={onBroken} />}
        {!isPicture && isOwn && src?.startsWith('blob:') === true && (
          // oxlint-disable-next-line jsx-a11y/media-has-caption -- a still: it is never played here
          <video
            src={`${src}#t=0.5`}
            muted
            playsInline
            preload="metadata"
            tabIndex={-1}
            className="absolute inset-0 size-full object-cover"
          />
        )}
      </button>
      {/* Beside the button: its name says the same in words. */}
      {!isPicture && more === 0 && <FilmMarks length={part.d} />}
      {more > 0 && (
        <span
          aria-hidden
          className="pointer-events-none absolute inset-0 grid place-items-center bg-[oklch(0.2_0.005_80/0.62)] text-20 font-semibold text-white tabular-nums"
        >
          +{more}
        </span>
      )}
    </>
  );
}

function FilmMarks({ length }: { length: number | undefined }) {
  return (
    <span aria-hidden className="pointer-events-none absolute inset-0 grid place-items-center">
      <span className="grid size-11 place-items-center rounded-full bg-[oklch(0.2_0.005_80/0.55)] text-white">
        <Icon icon={Play} size={20} className="fill-current" />
      </span>
      {length !== undefined && (
        <span className="absolute start-1.5 bottom-1.5 rounded-[4px] bg-[oklch(0.2_0.005_80/0.72)] px-1.5 text-12 text-white tabular-nums">
          {durationText(length)}
        </span>
      )}
    </span>
  );
}
