import { fileIcon } from '#client/parts/media/fileIcon.ts';
import type { MediaSource } from '#client/parts/media/MediaSource.ts';
import { PartPicture } from '#client/parts/media/PartPicture.tsx';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { Icon } from '#client/ui/Icon.tsx';

export type UploadThumbProps = { part: MediaPart; source: MediaSource | undefined; isOwn: boolean };

/** What a file is, small: the picture itself, or the sign of its kind. */
export function UploadThumb({ part, source, isOwn }: UploadThumbProps) {
  return (
    <span
      aria-hidden
      className="relative grid h-12 w-14 flex-none place-items-center overflow-hidden rounded-field bg-press text-ink-soft"
    >
      <PartPicture {...{ part, source, isOwn }} />
      {part.t !== 'i' && <Icon icon={fileIcon(part)} className="relative" />}
    </span>
  );
}
