import { Play } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediaSource } from '#client/parts/media/MediaSource.ts';
import { PartPicture } from '#client/parts/media/PartPicture.tsx';
import type { GalleryItem } from '#client/stores/gallery/toMonths.ts';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';

/** How many stand before and after the one that is looked at. */
const sideCount = 14;

export type ViewerStripProps = {
  items: readonly GalleryItem[];
  at: number;
  source: MediaSource | undefined;
  nameOf: (item: GalleryItem) => string;
  onGo: (index: number) => void;
};

/** Small pictures of what comes before and after, in the order of the chat. */
export function ViewerStrip({ items, at, source, nameOf, onGo }: ViewerStripProps) {
  const { t } = useTranslation();
  const current = useRef<HTMLButtonElement>(null);
  const key = items[at]?.key;
  useEffect(() => {
    const element = current.current;
    const strip = element?.parentElement?.parentElement;
    // Only the strip itself scrolls: the element's own method would move the page too.
    if (element && strip)
      strip.scrollTo({ left: element.offsetLeft + element.offsetWidth / 2 - strip.clientWidth / 2 });
  }, [key]);
  if (items.length < 2) return null;
  const from = Math.max(0, at - sideCount);
  return (
    <ul
      aria-label={t('gallery.viewer.strip')}
      className="relative flex h-14 flex-none items-center gap-1 [justify-content:safe_center] overflow-x-auto px-3 py-1 [scrollbar-width:none]"
    >
      {items.slice(from, at + sideCount + 1).map((item, offset) => {
        const index = from + offset;
        const isCurrent = index === at;
        return (
          <li key={item.key} className="flex-none">
            <button
              ref={isCurrent ? current : undefined}
              type="button"
              aria-label={nameOf(item)}
              aria-current={isCurrent || undefined}
              tabIndex={isCurrent ? 0 : -1}
              onClick={() => onGo(index)}
              className={cx(
                'relative block h-11 overflow-hidden rounded-field transition-[width]',
                isCurrent ? 'w-16 outline-2 outline-white' : 'w-11 opacity-70 hover:opacity-100',
              )}
            >
              <Thumb item={item} source={source} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Thumb({ item: { part }, source }: { item: GalleryItem; source: MediaSource | undefined }) {
  if (!part) return null;
  return (
    <span className="absolute inset-0 bg-[oklch(1_0_0/0.12)]">
      <PartPicture part={part} source={source} />
      {part.t === 'v' && (
        <span className="absolute inset-0 grid place-items-center">
          <Icon icon={Play} size={16} className="fill-current" />
        </span>
      )}
    </span>
  );
}
