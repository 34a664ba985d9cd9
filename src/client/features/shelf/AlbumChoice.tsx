import { Images } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Album } from '#protocol/entities/shelf.ts';
import type { MediaSource } from '#client/parts/media/MediaSource.ts';
import { PartPicture } from '#client/parts/media/PartPicture.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Spinner } from '#client/ui/Spinner.tsx';

export type AlbumChoiceProps = {
  album: Pick<Album, 'n' | 'k' | 'cv'>;
  source: MediaSource | undefined;
  isBusy: boolean;
  isDisabled: boolean;
  onPick: () => void;
};

/** An album that can be chosen, as a row. */
export function AlbumChoice({ album: { n, k, cv }, source, isBusy, isDisabled, onPick }: AlbumChoiceProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      aria-disabled={isDisabled || undefined}
      onClick={() => {
        if (!isDisabled) onPick();
      }}
      className="flex min-h-14 w-full items-center gap-3 rounded-control px-2 py-1 text-start hover:bg-hover active:bg-press"
    >
      <span className="relative grid size-12 flex-none place-items-center overflow-hidden rounded-field bg-press text-ink-faint">
        {cv ? <PartPicture part={cv} source={source} /> : <Icon icon={Images} size={20} />}
      </span>
      <span className="grid min-w-0 flex-1 grid-cols-1">
        <b dir="auto" className="truncate text-start text-15 font-semibold">
          {n}
        </b>
        <span className="truncate text-12 text-ink-soft tabular-nums">{t('shelf.album.size', { count: k })}</span>
      </span>
      {isBusy && <Spinner />}
    </button>
  );
}
