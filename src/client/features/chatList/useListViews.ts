import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { isUnread } from '#client/stores/isUnread.ts';
import { filterChats, type ListView } from './model/filterChats.ts';
import type { ListedChat } from './model/toPreview.ts';

type Id = ListedChat['c'];

export interface ViewInput {
  query: string;
  openId: Id | undefined;
  titleOf: (id: Id) => string;
}

/** Which chats the list shows, and what its chips say. A folder that goes away while it is shown leaves all chats. */
export function useListViews({ query, openId, titleOf }: ViewInput) {
  const { stores } = useServices();
  const { chats, order, folders, archived } = useStore(stores.chatList);
  const [wanted, setView] = useState<ListView>('all');
  const chips = useMemo(() => {
    const fresh = new Set(order.filter((id) => !archived.has(id) && isUnread(chats.get(id))));
    return {
      unreadChats: fresh.size,
      folders: folders.map(({ id, name, chats: inside }) => ({
        id,
        name,
        unread: inside.filter((each) => fresh.has(each)).length,
      })),
      hasArchive: order.some((id) => archived.has(id)),
    };
  }, [order, chats, folders, archived]);
  const folder = useMemo(() => {
    const shown = folders.find(({ id }) => wanted === `folder.${id}`);
    return shown && new Set(shown.chats);
  }, [folders, wanted]);
  const isThere = wanted === 'archive' ? chips.hasArchive : !wanted.startsWith('folder.') || folder !== undefined;
  const view = isThere ? wanted : 'all';
  const ids = useMemo(
    () =>
      filterChats({
        ...{ order, view, query, openId, titleOf, folder },
        isUnread: (id) => isUnread(chats.get(id)),
        isArchived: (id) => archived.has(id),
      }),
    [order, view, query, openId, titleOf, folder, chats, archived],
  );
  return { ids, view, onView: setView, ...chips };
}
