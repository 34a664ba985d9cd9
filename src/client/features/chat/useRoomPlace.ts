import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';

/** Where a room of a community is: the community's name, and what the room is about. Undefined for every other chat. */
export function useRoomPlace(chat: ChatWindowState['chat']): string | undefined {
  const { stores } = useServices();
  const parent = chat?.meta.parent;
  const community = useStore(stores.chatList, ({ chats }) =>
    parent === undefined ? undefined : chats.get(parent)?.meta.title,
  );
  return community && [community, chat?.meta.about].filter(Boolean).join(' · ');
}
