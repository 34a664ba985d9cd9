import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { chatFace } from '#client/stores/chatFace.ts';
import type { ChatId } from '#protocol/ids.ts';
import { textLang } from '#client/parts/textLang.ts';
import { Face } from '#client/parts/Face.tsx';
import { cx } from '#client/ui/cx.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import type { RoomEditorProps } from './RoomEditor.tsx';
import { RoomList } from './RoomList.tsx';
import { useRooms } from './useRooms.ts';

const RoomEditor = lazyPart<RoomEditorProps>(() => import('./RoomEditor.tsx').then((m) => m.RoomEditor));

export type RoomsPaneProps = {
  communityId: ChatId;
  openId: ChatId;
  onOpen: (id: ChatId) => void;
  /** leads to all chats; without it there is no head */
  onBack?: (() => void) | undefined;
};

/** The rooms of a community in place of the list of chats, or in a sheet. */
export function RoomsPane({ communityId, openId, onOpen, onBack }: RoomsPaneProps) {
  const { t, i18n } = useTranslation();
  const rooms = useRooms(communityId);
  const users = useStore(useServices().stores.people, (state) => state.users);
  const [editing, setEditing] = useState<{ id?: ChatId }>();
  if (!rooms) return null;
  const { community, items, canChange } = rooms;
  const title = community.meta.title ?? t('community.untitled');
  return (
    <div
      className={cx(
        'flex min-h-0 min-w-0 flex-col',
        onBack ? 'size-full bg-surface [--plane:var(--surface)]' : 'w-full',
      )}
    >
      {onBack && (
        <PaneHeader
          look="pane"
          title={title}
          lang={textLang(title, i18n.language) ?? i18n.language}
          subtitle={t('chat.members', {
            count: community.head.cnt,
            number: community.head.cnt.toLocaleString(i18n.language),
          })}
          lead={
            <>
              <IconButton icon={ArrowLeft} isMirrored label={t('rooms.back')} onClick={onBack} />
              <Face face={chatFace({ users }, community)} name={title} size={40} shape="place" />
            </>
          }
        />
      )}
      <div className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto pt-2">
        <RoomList
          items={items}
          openId={openId}
          onOpen={onOpen}
          onNew={canChange ? () => setEditing({}) : undefined}
          onEdit={canChange ? (id) => setEditing({ id }) : undefined}
        />
      </div>
      {editing && (
        <RoomEditor
          community={community}
          roomId={editing.id}
          onMade={(id) => {
            setEditing(undefined);
            onOpen(id);
          }}
          onEnded={() => {
            setEditing(undefined);
            if (editing.id === openId) onOpen(communityId);
          }}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  );
}
