import { blurUrl } from '#client/parts/media/blurUrl.ts';
import { fileIcon } from '#client/parts/media/fileIcon.ts';
import type { MediaSource } from '#client/parts/media/MediaSource.ts';
import { useMediaSrc } from '#client/parts/media/useMediaSrc.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { Icon } from '#client/ui/Icon.tsx';

export type UploadThumbProps = { part: MediaPart; source: MediaSource | undefined; isOwn: boolean };

/** What a file is, small: the picture itself, or the sign of its kind. */
export function UploadThumb({ part, source, isOwn }: UploadThumbProps) {
  const isPicture = part.t === 'i';
  const blur = blurUrl(part.b);
  return (
    <span
      aria-hidden
      className="relative grid h-12 w-14 flex-none place-items-center overflow-hidden rounded-field bg-press bg-cover bg-center text-ink-soft"
      style={blur === undefined ? undefined : { backgroundImage: `url(${blur})` }}
    >
      {isPicture ? <Picture {...{ part, source, isOwn }} /> : <Icon icon={fileIcon(part)} />}
    </span>
  );
}

function Picture({ part, source, isOwn }: UploadThumbProps) {
  const { src, onBroken } = useMediaSrc(source, part.id, '320', isOwn);
  return src === undefined ? null : (
    <img src={src} alt="" draggable={false} onError={() => onBroken(src)} className="size-full object-cover" />
  );
}
