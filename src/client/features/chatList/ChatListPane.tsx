import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isInvited } from '#domain/chatTraits.ts';
import { useServices } from '#client/context.ts';
import { isMuted } from '#client/stores/isMuted.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { swallowRelease } from '#client/ui/swallowRelease.ts';
import { usePreload } from '#client/ui/usePreload.ts';
import { ChatList } from './ChatList.tsx';
import type { ListRow } from './ListRow.ts';
import { filterChats } from './model/filterChats.ts';
import { useListRows } from './useListRows.ts';
import { useTitles } from './useTitles.ts';

const ChatListActions = lazyPart(() => import('./ChatListActions.tsx').then((m) => m.ChatListActions));
const AHEAD = [ChatListActions];

/** A mute without an end: year 2100, ms. */
const FOREVER = 4_102_444_800_000;

export type ChatListPaneProps = {
  openId: ListRow['id'] | undefined;
  onOpen: (id: ListRow['id']) => void;
  onNew?: (() => void) | undefined;
};

/** All chats of this person, from the device's cache. */
export function ChatListPane({ openId, onOpen, onNew }: ChatListPaneProps) {
  const { t } = useTranslation();
  const { stores, commands, serverNow } = useServices();
  const { loaded, chats, order } = useStore(stores.chatList);
  const [filter, setFilter] = useState<'all' | 'unread'>('all');
  const [query, setQuery] = useState('');
  const [actions, setActions] = useState<{ id: ListRow['id']; anchor: Element | null }>();
  usePreload(AHEAD);
  const titleOf = useTitles();
  const searched = useDeferredValue(query);
  const ids = useMemo(() => {
    const isUnread = (id: ListRow['id']) => {
      const chat = chats.get(id);
      return chat !== undefined && (chat.unread > 0 || chat.me.uf !== undefined);
    };
    return filterChats({ order, filter, query: searched, openId, titleOf, isUnread });
  }, [order, filter, searched, openId, titleOf, chats]);
  const unreadChats = useMemo(
    () => order.filter((id) => (chats.get(id)?.unread ?? 0) > 0 || chats.get(id)?.me.uf !== undefined).length,
    [order, chats],
  );
  const rowOf = useListRows(openId);
  const target = actions && chats.get(actions.id);
  const isUnread = target !== undefined && (target.unread > 0 || target.me.uf !== undefined);
  return (
    <>
      <ChatList
        ids={loaded ? ids : undefined}
        rowOf={rowOf}
        hasChats={order.length > 0}
        openId={openId}
        filter={filter}
        onFilter={setFilter}
        unreadChats={unreadChats}
        query={query}
        onQuery={setQuery}
        onOpen={onOpen}
        onNew={onNew}
        onActions={(id, anchor) => {
          // An invitation is answered; there is nothing else to do with it.
          if (isInvited(chats.get(id)?.me.st ?? 0)) return;
          // A finger gets a sheet: a menu at the row would lie under the hand.
          const isTouch = globalThis.matchMedia('(pointer: coarse)').matches;
          if (isTouch) swallowRelease();
          setActions({ id, anchor: isTouch ? null : anchor });
        }}
      />
      {actions && target && (
        <ChatListActions
          t={t}
          title={titleOf(actions.id)}
          anchor={actions.anchor}
          isPinned={(target.me.pin ?? 0) > 0}
          isMuted={isMuted(target, serverNow())}
          isUnread={isUnread}
          onPin={() => void commands.setChat({ c: target.c, set: { pin: target.me.pin ? 0 : 1 } })}
          onMute={() => {
            const set = isMuted(target, serverNow()) ? { mute: 0, notify: 0 } : { mute: FOREVER };
            void commands.setChat({ c: target.c, set });
          }}
          onHide={() => void commands.setChat({ c: target.c, set: { hide: true } })}
          onRead={() => {
            if (!isUnread) {
              void commands.setChat({ c: target.c, set: { unreadFrom: target.head.l?.s ?? target.head.ls } });
              return;
            }
            void commands.markRead({ c: target.c, s: target.head.ls });
            if (target.me.uf !== undefined) void commands.setChat({ c: target.c, set: { unreadFrom: 0 } });
          }}
          onClose={() => setActions(undefined)}
        />
      )}
    </>
  );
}
