import { ChevronDown, Hash } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatId } from '#protocol/ids.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { Sheet } from '#client/ui/Sheet.tsx';
import { RoomsPane } from './RoomsPane.tsx';
import { hasOtherNews } from './toRoomItems.ts';
import { useRooms } from './useRooms.ts';

export type RoomsBarProps = { communityId: ChatId; openId: ChatId; onOpen: (id: ChatId) => void };

/** On a phone, where the list of rooms has no place beside the conversation: the way to the other rooms. */
export function RoomsBar({ communityId, openId, onOpen }: RoomsBarProps) {
  const { t } = useTranslation();
  const rooms = useRooms(communityId);
  const [isOpen, setOpen] = useState(false);
  if (!rooms || rooms.items.length < 2) return null;
  const isNews = hasOtherNews(rooms.items, openId);
  return (
    <div className="flex-none border-b border-line bg-surface tablet:hidden">
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        className="flex min-h-[44px] w-full items-center gap-2 px-4 text-start -outline-offset-2 hover:bg-hover"
      >
        <Icon icon={Hash} size={16} className="text-ink-soft" />
        <span className="text-13 font-semibold">{t('rooms.title')}</span>
        {isNews && <span role="img" aria-label={t('rooms.news')} className="size-2 flex-none rounded-full bg-unread" />}
        <span className="min-w-0 flex-1 truncate text-end text-13 text-ink-soft">{rooms.items.length}</span>
        <Icon icon={ChevronDown} size={16} className="text-ink-soft" />
      </button>
      {isOpen && (
        <Sheet
          isOpen
          title={t('rooms.title')}
          isTitleHidden
          closeLabel={t('common.close')}
          onClose={() => setOpen(false)}
        >
          <RoomsPane
            communityId={communityId}
            openId={openId}
            onOpen={(id) => {
              setOpen(false);
              onOpen(id);
            }}
          />
        </Sheet>
      )}
    </div>
  );
}
