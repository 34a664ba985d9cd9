import { useTranslation } from 'react-i18next';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaSource } from './MediaSource.ts';
import { useMediaSrc } from './useMediaSrc.ts';

export type VoicePartProps = { part: MediaPart; source: MediaSource | undefined; isOwn: boolean; tabIndex: 0 | -1 };

/** A voice message, with the browser's own controls. */
export function VoicePart({ part, source, isOwn, tabIndex }: VoicePartProps) {
  const { t } = useTranslation();
  const { src, onBroken } = useMediaSrc(source, part.id, 'o', isOwn);
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- spoken words of people have none
    <audio
      src={src}
      controls
      preload="none"
      aria-label={t('kinds.voice')}
      tabIndex={tabIndex}
      onError={() => src !== undefined && onBroken(src)}
      className="block h-11 w-full"
    />
  );
}
