import { Check, Download, ExternalLink, Globe, MessageSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { byteText } from '#client/parts/byteText.ts';
import { fileIcon } from '#client/parts/media/fileIcon.ts';
import type { GalleryItem } from '#client/stores/gallery/toMonths.ts';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';

export type GalleryRowProps = {
  item: GalleryItem;
  /** who sent it and when */
  meta: string;
  tabIndex: 0 | -1;
  /** undefined: nothing is being chosen */
  isChosen: boolean | undefined;
  isSaving: boolean;
  /** in the place of the name: a player */
  player?: ReactNode;
  onOpen: () => void;
  onChoose: () => void;
  onSave: () => void;
};

/** A file, a link or a spoken message in its list: what it is, from whom, and the way to its message. */
export function GalleryRow(props: GalleryRowProps) {
  const { item, meta, tabIndex, isChosen, isSaving, player, onOpen, onChoose, onSave } = props;
  const { t, i18n } = useTranslation();
  const { part, link } = item;
  const name = link === undefined ? (part?.n ?? t(part?.t === 'a' ? 'kinds.voice' : 'media.file')) : hostOf(link);
  const size = part && part.t !== 'a' ? byteText(part.z, i18n.language) : undefined;
  return (
    <div className="flex h-full items-center gap-3 border-b border-line px-2 max-tablet:px-4">
      <button
        type="button"
        data-item={item.key}
        tabIndex={tabIndex}
        aria-pressed={isChosen}
        aria-label={t(isChosen === undefined ? 'gallery.jumpOf' : 'gallery.chooseOf', { name: `${name}, ${meta}` })}
        title={isChosen === undefined ? t('gallery.jump') : undefined}
        onClick={isChosen === undefined ? onOpen : onChoose}
        className={cx(
          'grid size-11 flex-none place-items-center rounded-field',
          isChosen ? 'bg-brand-soft text-brand-text' : 'bg-press text-ink-soft hover:text-ink',
        )}
      >
        <Icon
          icon={isChosen ? Check : link !== undefined ? Globe : part?.t === 'a' ? MessageSquare : fileIcon(part ?? {})}
        />
      </button>
      <div className="grid min-w-0 flex-1 grid-cols-1">
        {player ? (
          <div className="max-w-105">{player}</div>
        ) : (
          <bdi className="truncate text-15 font-[550]" title={link ?? name}>
            {link === undefined ? (
              name
            ) : (
              <a
                href={link}
                target="_blank"
                rel="noopener noreferrer nofollow"
                className="rounded-[4px] text-brand-text hover:underline focus-visible:outline-2 focus-visible:outline-focus"
              >
                {withoutScheme(link)}
              </a>
            )}
          </bdi>
        )}
        <span className="truncate text-12 text-ink-soft tabular-nums">
          {size !== undefined && `${size} · `}
          {link !== undefined && `${name} · `}
          {meta}
        </span>
      </div>
      {part && part.t !== 'a' && (
        <IconButton icon={Download} look="round" label={t('media.save', { name })} isBusy={isSaving} onClick={onSave} />
      )}
      {link !== undefined && <Icon icon={ExternalLink} size={16} className="text-ink-faint" isMirrored />}
    </div>
  );
}

/** The host of an address; the whole of one that is none. */
function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host.replace(/^www\./, '') : link;
}

const withoutScheme = (link: string): string => link.replace(/^https?:\/\/(?:www\.)?/i, '');
