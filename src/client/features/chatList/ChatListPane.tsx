import { useDeferredValue, useState } from 'react';
import { useStore } from 'zustand';
import { isInvited } from '#domain/chatTraits.ts';
import { useServices } from '#client/context.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { swallowRelease } from '#client/ui/swallowRelease.ts';
import { usePreload } from '#client/ui/usePreload.ts';
import { ChatList } from './ChatList.tsx';
import type { FolderQuestion } from './FolderDialogs.tsx';
import type { ListRow } from './ListRow.ts';
import { useListRows } from './useListRows.ts';
import { useListViews } from './useListViews.ts';
import { useTitles } from './useTitles.ts';

const RowActions = lazyPart(() => import('./RowActions.tsx').then((m) => m.RowActions));
const FolderDialogs = lazyPart(() => import('./FolderDialogs.tsx').then((m) => m.FolderDialogs));
const AHEAD = [RowActions, FolderDialogs];

export type ChatListPaneProps = {
  openId: ListRow['id'] | undefined;
  onOpen: (id: ListRow['id']) => void;
  onNew?: (() => void) | undefined;
  onDiscover?: (() => void) | undefined;
};

/** All chats of this person, from the device's cache. */
export function ChatListPane({ openId, onOpen, onNew, onDiscover }: ChatListPaneProps) {
  const { stores } = useServices();
  const loaded = useStore(stores.chatList, (state) => state.loaded);
  const hasChats = useStore(stores.chatList, ({ order }) => order.length > 0);
  const [query, setQuery] = useState('');
  const [actions, setActions] = useState<{ id: ListRow['id']; anchor: Element | null }>();
  const [question, setQuestion] = useState<FolderQuestion>();
  usePreload(AHEAD);
  const titleOf = useTitles();
  const searched = useDeferredValue(query);
  const { ids, ...views } = useListViews({ query: searched, openId, titleOf });
  const rowOf = useListRows(openId);
  const target = useStore(stores.chatList, ({ chats }) => actions && chats.get(actions.id));
  return (
    <>
      <ChatList
        {...views}
        ids={loaded ? ids : undefined}
        rowOf={rowOf}
        hasChats={hasChats}
        openId={openId}
        onFolders={() => setQuestion({ kind: 'all' })}
        query={query}
        onQuery={setQuery}
        onOpen={onOpen}
        onNew={onNew}
        onDiscover={onDiscover}
        onActions={(id, anchor) => {
          // An invitation is answered; there is nothing else to do with it.
          if (isInvited(stores.chatList.getState().chats.get(id)?.me.st ?? 0)) return;
          // A finger gets a sheet: a menu at the row would lie under the hand.
          const isTouch = globalThis.matchMedia('(pointer: coarse)').matches;
          if (isTouch) swallowRelease();
          setActions({ id, anchor: isTouch ? null : anchor });
        }}
      />
      {actions && target && (
        <RowActions
          chat={target}
          title={titleOf(actions.id)}
          anchor={actions.anchor}
          onQuestion={setQuestion}
          onClose={() => setActions(undefined)}
        />
      )}
      {question && <FolderDialogs question={question} onClose={() => setQuestion(undefined)} />}
    </>
  );
}
