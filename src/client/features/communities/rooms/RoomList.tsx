import { BellOff, Hash, Megaphone, MessagesSquare, Pencil, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ChatId } from '#protocol/ids.ts';
import { textLang } from '#client/parts/textLang.ts';
import { Badge } from '#client/ui/Badge.tsx';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { isPlainPress } from '#client/ui/isPlainPress.ts';
import { MentionBadge } from '#client/ui/MentionBadge.tsx';
import type { RoomItem } from './RoomItem.ts';

export type RoomListProps = {
  items: readonly RoomItem[];
  openId: ChatId;
  onOpen: (id: ChatId) => void;
  /** for who may change rooms */
  onNew?: (() => void) | undefined;
  onEdit?: ((id: ChatId) => void) | undefined;
};

const icons = { main: MessagesSquare, news: Megaphone, room: Hash } as const;

/** The rooms of a community: where something is new, which are muted, where I am. */
export function RoomList({ items, openId, onOpen, onNew, onEdit }: RoomListProps) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('rooms.title')} className="grid grid-cols-1 gap-0.5 px-2 pb-3">
      <div className="flex min-h-hit items-center ps-2">
        <h2 className="min-w-0 flex-1 text-13 font-semibold text-ink-soft">{t('rooms.title')}</h2>
        {onNew && <IconButton icon={Plus} label={t('rooms.new')} onClick={onNew} />}
      </div>
      <ul className="grid grid-cols-1 gap-0.5">
        {items.map((item) => (
          <RoomRow
            key={item.id}
            item={item}
            isOpen={item.id === openId}
            onOpen={() => onOpen(item.id)}
            onEdit={onEdit && item.kind !== 'main' ? () => onEdit(item.id) : undefined}
          />
        ))}
      </ul>
    </nav>
  );
}

type RoomRowProps = { item: RoomItem; isOpen: boolean; onOpen: () => void; onEdit: (() => void) | undefined };

function RoomRow({ item, isOpen, onOpen, onEdit }: RoomRowProps) {
  const { t, i18n } = useTranslation();
  const { title, kind, unread, hasNews, isMentioned, isQuiet } = item;
  const isLoud = !isQuiet && (unread > 0 || hasNews);
  return (
    <li
      className={cx(
        'flex min-h-[44px] min-w-0 items-center rounded-field',
        isOpen ? 'bg-brand-soft [--plane:var(--brand-soft)]' : 'hover:bg-hover',
        onEdit ? 'pe-1' : 'pe-2',
      )}
    >
      <a
        href={`/chats/${item.id}`}
        aria-current={isOpen ? 'page' : undefined}
        onClick={(event) => {
          if (!isPlainPress(event)) return;
          event.preventDefault();
          onOpen();
        }}
        className="flex min-h-[44px] min-w-0 flex-1 items-center gap-3 rounded-field ps-3 outline-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-focus"
      >
        <Icon icon={icons[kind]} size={20} className={isOpen ? 'text-brand-text' : 'text-ink-soft'} />
        <span
          dir="auto"
          lang={textLang(title, i18n.language)}
          className={cx('min-w-0 flex-1 truncate text-15', isLoud || isOpen ? 'font-[650] text-ink' : 'text-ink-soft')}
        >
          {title}
        </span>
        {kind === 'news' && <span className="sr-only">{t('rooms.announcements')}</span>}
        {isQuiet && (
          <>
            <Icon icon={BellOff} size={14} className="text-ink-soft" />
            <span className="sr-only">{t('rooms.quiet')}</span>
          </>
        )}
        {isMentioned && <MentionBadge label={t('rooms.mention')} />}
        {unread > 0 && (
          <Badge count={unread} tone={isQuiet ? 'muted' : 'unread'} label={t('rooms.unread', { count: unread })} />
        )}
        {hasNews && (
          <span
            role="img"
            aria-label={t('rooms.news')}
            className={cx('me-1.5 size-2 flex-none rounded-full', isQuiet ? 'bg-muted' : 'bg-unread')}
          />
        )}
      </a>
      {onEdit && (
        <IconButton icon={Pencil} size="small" iconSize={16} label={t('rooms.edit', { title })} onClick={onEdit} />
      )}
    </li>
  );
}
