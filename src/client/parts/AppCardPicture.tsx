import type { ReactNode } from 'react';
import { pictureOf } from '#domain/faceId.ts';
import { usePicture } from './usePicture.ts';

export type AppCardPictureProps = {
  /** `m:<id>` */
  picture: string;
  /** what lies over it */
  children?: ReactNode;
};

/** The picture of a card. Its place is there before it comes, and stays empty where it cannot be had; the words of the card say everything. */
export function AppCardPicture({ picture, children }: AppCardPictureProps) {
  const { src, onBroken } = usePicture(pictureOf(picture), 512);
  return (
    <div className="relative aspect-[320/136] w-full flex-none overflow-hidden bg-[linear-gradient(160deg,var(--brand-soft),var(--well))]">
      {src !== undefined && (
        <img
          src={src}
          alt=""
          decoding="async"
          draggable={false}
          onError={() => onBroken(src)}
          className="absolute inset-0 size-full object-cover"
        />
      )}
      {children}
    </div>
  );
}
