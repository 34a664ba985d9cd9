import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { ChatListPane } from '#client/features/chatList/ChatListPane.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import type { ChatId } from '#protocol/ids.ts';
import { ChatArea } from './ChatArea.tsx';
import type { GalleryAreaProps } from './GalleryArea.tsx';
import { ListResizer } from './ListResizer.tsx';
import type { ShelfAreaProps } from './ShelfArea.tsx';

const NewChatSheet = lazyPart(() => import('#client/features/groups/NewChatSheet.tsx').then((m) => m.NewChatSheet));
const RoomsPane = lazyPart(() => import('#client/features/communities/rooms/RoomsPane.tsx').then((m) => m.RoomsPane));
const GalleryArea = lazyPart<GalleryAreaProps>(() => import('./GalleryArea.tsx').then((m) => m.GalleryArea));
const ShelfArea = lazyPart<ShelfAreaProps>(() => import('./ShelfArea.tsx').then((m) => m.ShelfArea));
const AHEAD = [NewChatSheet, GalleryArea, ShelfArea];

/** Most people a screen asks to be told about: those of the first rows, which are in sight. */
const WATCHED = 40;

export type ChatsScreenProps = {
  chatId?: ChatId;
  seq?: number;
  thread?: ChatId;
  gallery?: string;
  shelf?: ShelfAreaProps['page'];
  album?: string;
};

/** List and conversation: side by side from 700 px on, one at a time on a phone. Which one shows is a matter of the address alone. */
export function ChatsScreen({ chatId, seq, thread, gallery, shelf, album }: ChatsScreenProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isNewOpen, setNewOpen] = useState(false);
  usePreload(AHEAD);
  useWatchedPeople(chatId);
  const listedId = useListed(chatId);
  const rooms = useRoomsPlace(listedId);
  return (
    <div className="flex size-full min-h-0">
      <div
        className={
          chatId === undefined
            ? 'relative min-h-0 w-full flex-none tablet:w-list tablet:border-e tablet:border-line desk:w-(--list-wide,var(--list))'
            : 'relative min-h-0 w-list flex-none border-e border-line max-tablet:hidden desk:w-(--list-wide,var(--list))'
        }
      >
        {rooms.communityId !== undefined && chatId !== undefined ? (
          <RoomsPane
            communityId={rooms.communityId}
            openId={chatId}
            onOpen={(id) => navigate(`/chats/${id}`)}
            onBack={rooms.leave}
          />
        ) : (
          <ChatListPane
            openId={listedId}
            onOpen={(id) => {
              rooms.enter();
              navigate(`/chats/${id}`);
            }}
            onNew={() => setNewOpen(true)}
            onDiscover={() => navigate('/discover')}
          />
        )}
        <ListResizer label={t('chatList.resize')} />
      </div>
      {chatId === undefined ? (
        <div className="min-w-0 flex-1 bg-surface-sunken max-tablet:hidden">
          <EmptyState isCentred pose="nap" title={t('chat.none.title')} text={t('chat.none.text')} />
        </div>
      ) : shelf !== undefined ? (
        <div className="min-w-0 flex-1 bg-surface-sunken">
          <ShelfArea key={`${chatId} ${album ?? shelf}`} chatId={chatId} page={shelf} album={album} />
        </div>
      ) : gallery !== undefined ? (
        <div className="min-w-0 flex-1 bg-surface-sunken">
          <GalleryArea key={chatId} chatId={chatId} kind={gallery} />
        </div>
      ) : (
        <ChatArea key={chatId} chatId={chatId} seq={seq} threadId={thread} onBack={() => navigate('/chats')} />
      )}
      {isNewOpen && <NewChatSheet isOpen onClose={() => setNewOpen(false)} onFound={() => navigate('/discover/new')} />}
    </div>
  );
}

/** The chat of the list that is open: of a room its community. */
function useListed(chatId: ChatId | undefined): ChatId | undefined {
  const { stores } = useServices();
  return useStore(stores.chatList, ({ chats }) =>
    chatId === undefined ? undefined : (chats.get(chatId)?.meta.parent ?? chatId),
  );
}

/** Whether the rooms of the open community stand in the place of the list: they do from its opening until the reader wants all chats. */
function useRoomsPlace(listedId: ChatId | undefined) {
  const { stores } = useServices();
  const hasRooms = useStore(
    stores.chatList,
    ({ chats }) => listedId !== undefined && (chats.get(listedId)?.meta.rooms?.length ?? 0) > 0,
  );
  const [leftId, setLeft] = useState<ChatId>();
  const isShown = hasRooms && leftId !== listedId;
  return {
    communityId: isShown ? listedId : undefined,
    leave: () => setLeft(listedId),
    enter: () => setLeft(undefined),
  };
}

/** Asks to be told who of the people on this screen is here: the open chat's first. */
function useWatchedPeople(chatId: ChatId | undefined): void {
  const { stores, watch } = useServices();
  const order = useStore(stores.chatList, (state) => state.order);
  useEffect(() => {
    const { chats } = stores.chatList.getState();
    const shown = chatId === undefined ? order : [chatId, ...order];
    const peers = shown.flatMap((id) => chats.get(id)?.me.peer ?? []);
    watch([...new Set(peers)].slice(0, WATCHED));
  }, [chatId, order, stores, watch]);
}
