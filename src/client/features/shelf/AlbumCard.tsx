import { Images } from 'lucide-react';
import type { MouseEventHandler } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediaSource } from '#client/parts/media/MediaSource.ts';
import { PartPicture } from '#client/parts/media/PartPicture.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { Icon } from '#client/ui/Icon.tsx';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';

export type AlbumCardProps = {
  name: string;
  count: number;
  /** who made it */
  by: string;
  cover: MediaPart | undefined;
  source: MediaSource | undefined;
  href: string;
  onOpen: MouseEventHandler<HTMLAnchorElement>;
};

/** An album in the list of a chat: its cover, name and size. The whole card leads to it. */
export function AlbumCard({ name, count, by, cover, source, href, onOpen }: AlbumCardProps) {
  const { t, i18n } = useTranslation();
  return (
    <a
      href={href}
      onClick={onOpen}
      className="grid grid-cols-1 gap-2 rounded-card p-1.5 outline-offset-0 hover:bg-hover active:bg-press"
    >
      <span className="relative block aspect-square overflow-hidden rounded-card bg-press">
        {cover ? (
          <PartPicture part={cover} source={source} />
        ) : (
          <span className="absolute inset-0 grid place-items-center text-ink-faint">
            <Icon icon={Images} size={24} />
          </span>
        )}
      </span>
      <span className="grid min-w-0 grid-cols-1 px-1">
        <b lang={textLang(name, i18n.language)} dir="auto" className="truncate text-start text-15 font-semibold">
          {name}
        </b>
        <span className="truncate text-12 text-ink-soft tabular-nums">
          {t('shelf.album.size', { count })} · <bdi>{by}</bdi>
        </span>
      </span>
    </a>
  );
}
