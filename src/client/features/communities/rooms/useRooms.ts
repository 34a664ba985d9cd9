import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { canChangeRooms } from '#domain/permissions.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import type { CommunityChat } from '../CommunityChat.ts';
import type { RoomItem } from './RoomItem.ts';
import { toRoomItems } from './toRoomItems.ts';

/** The rooms of a community of mine, and whether I may change them. Undefined while the community is not here. */
export function useRooms(
  communityId: ChatId,
): { community: CommunityChat; items: readonly RoomItem[]; canChange: boolean } | undefined {
  const { t } = useTranslation();
  const { stores, serverNow } = useServices();
  const chats = useStore(stores.chatList, (state) => state.chats);
  const community = chats.get(communityId);
  return useMemo(() => {
    if (!community) return undefined;
    const { kind, me, meta } = community;
    return {
      community,
      items: toRoomItems(community, chats, { main: t('rooms.main'), now: serverNow() }),
      canChange: canChangeRooms({ kind, state: me.st, role: me.ro, set: meta.set }),
    };
  }, [community, chats, t, serverNow]);
}
