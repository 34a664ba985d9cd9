import { useTranslation } from 'react-i18next';
import { blurUrl } from './blurUrl.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaSource } from './MediaSource.ts';
import { useMediaSrc } from './useMediaSrc.ts';

export type VideoPartProps = { part: MediaPart; source: MediaSource | undefined; isOwn: boolean; tabIndex: 0 | -1 };

/** A film in its box, with the browser's own controls. Nothing of it is fetched before somebody plays it. */
export function VideoPart({ part, source, isOwn, tabIndex }: VideoPartProps) {
  const { t } = useTranslation();
  const { src, onBroken } = useMediaSrc(source, part.id, 'o', isOwn);
  const blur = blurUrl(part.b);
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- people's own films have none
    <video
      src={src}
      {...(blur === undefined ? {} : { poster: blur })}
      controls
      playsInline
      preload={src?.startsWith('blob:') === true ? 'metadata' : 'none'}
      aria-label={part.n ?? t('media.video')}
      tabIndex={tabIndex}
      onError={() => src !== undefined && onBroken(src)}
      className="absolute inset-0 size-full bg-black object-contain"
    />
  );
}
