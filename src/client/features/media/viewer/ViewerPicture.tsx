import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { blurUrl } from '#client/parts/media/blurUrl.ts';
import type { MediaSize, MediaSource } from '#client/parts/media/MediaSource.ts';
import { useMediaSrc } from '#client/parts/media/useMediaSrc.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { cx } from '#client/ui/cx.ts';
import type { Size } from './Zoom.ts';

export type ViewerPictureProps = {
  part: MediaPart;
  source: MediaSource | undefined;
  isOwn: boolean;
  /** the accessible name */
  name: string;
  /** px */
  size: Size;
  /** every pixel is wanted */
  isBig: boolean;
};

/** A picture as big as it is shown: its blur, over it the small copy of the conversation, over that the whole one. What cannot be had is said. */
export function ViewerPicture({ part, source, isOwn, name, size, isBig }: ViewerPictureProps) {
  const { t } = useTranslation();
  const [loaded, setLoaded] = useState<ReadonlySet<MediaSize>>(new Set());
  const note = (copy: MediaSize) => (): void => setLoaded((before) => new Set([...before, copy]));
  const small = useMediaSrc(source, part.id, '320', isOwn);
  const middle = useMediaSrc(source, part.id, '1280', isOwn);
  const blur = blurUrl(part.b);
  const isAway = source !== undefined && middle.src === undefined && !loaded.has('1280');
  const isSmall = loaded.has('320') || (small.src !== undefined && isAway);
  const shared = { part, source, isOwn, loaded };
  return (
    <>
      <div
        role="img"
        aria-label={name}
        className="relative flex-none bg-[oklch(1_0_0/0.06)] bg-cover bg-center"
        style={{ ...size, ...(blur === undefined ? {} : { backgroundImage: `url(${blur})` }) }}
      >
        <Copy {...shared} copy="320" onLoad={note('320')} />
        <Copy {...shared} copy="1280" onLoad={note('1280')} />
        {isBig && <Copy {...shared} copy="o" onLoad={note('o')} />}
      </div>
      {isAway && (
        <p
          role="status"
          className="absolute inset-x-4 bottom-3 mx-auto w-fit rounded-card bg-[oklch(0.2_0.005_80/0.82)] px-3 py-2 text-center text-13 text-white"
        >
          {t(isSmall && loaded.has('320') ? 'gallery.viewer.small' : 'gallery.viewer.away')}
        </p>
      )}
    </>
  );
}

type CopyProps = Pick<ViewerPictureProps, 'part' | 'source' | 'isOwn'> & {
  copy: MediaSize;
  loaded: ReadonlySet<MediaSize>;
  onLoad: () => void;
};

function Copy({ part, source, isOwn, copy, loaded, onLoad }: CopyProps) {
  const { src, onBroken } = useMediaSrc(source, part.id, copy, isOwn);
  if (src === undefined) return null;
  return (
    <img
      src={src}
      alt=""
      draggable={false}
      decoding="async"
      onLoad={onLoad}
      onError={() => onBroken(src)}
      className={cx(
        'absolute inset-0 size-full object-contain transition-opacity duration-(--enter)',
        !loaded.has(copy) && 'opacity-0',
      )}
    />
  );
}
