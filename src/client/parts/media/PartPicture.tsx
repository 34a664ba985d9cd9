import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { blurUrl } from './blurUrl.ts';
import type { MediaSource } from './MediaSource.ts';
import { SoftImage } from './SoftImage.tsx';
import { useMediaSrc } from './useMediaSrc.ts';

export type PartPictureProps = {
  part: Pick<MediaPart, 'id' | 't' | 'b'>;
  source: MediaSource | undefined;
  /** its bytes may be on this device still */
  isOwn?: boolean;
};

/** The small copy of a picture, filling the box around it: its blur until it is there, and where it cannot be had. Of a film there is only the blur. */
export function PartPicture({ part, source, isOwn = false }: PartPictureProps) {
  // A film has no small copy to ask for.
  const { src, onBroken } = useMediaSrc(part.t === 'i' ? source : undefined, part.id, '320', isOwn);
  const blur = blurUrl(part.b);
  return (
    <span
      className="absolute inset-0 bg-cover bg-center"
      style={blur === undefined ? undefined : { backgroundImage: `url(${blur})` }}
    >
      <SoftImage src={src} onBroken={onBroken} isLazy />
    </span>
  );
}
