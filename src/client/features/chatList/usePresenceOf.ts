import { useEffect } from 'react';
import { useServices } from '#client/context.ts';
import type { ListedChat } from './model/toPreview.ts';

/** Most people a screen asks to be told about: the first rows, which are in sight. */
const WATCHED = 40;

/** Asks to be told who of the people in the first rows is here. */
export function usePresenceOf(ids: readonly ListedChat['c'][]): void {
  const { stores, watch } = useServices();
  useEffect(() => {
    const { chats } = stores.chatList.getState();
    const peers = ids.flatMap((id) => chats.get(id)?.me.peer ?? []).slice(0, WATCHED);
    watch(peers);
  }, [ids, stores, watch]);
}
