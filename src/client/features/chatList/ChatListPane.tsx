import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { writeArchive } from '#domain/chatFolders.ts';
import { useServices } from '#client/context.ts';
import { isMuted } from '#client/stores/isMuted.ts';
import { isUnread } from '#client/stores/isUnread.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { swallowRelease } from '#client/ui/swallowRelease.ts';
import { usePreload } from '#client/ui/usePreload.ts';
import { ChatList } from './ChatList.tsx';
import type { FolderQuestion } from './FolderDialogs.tsx';
import type { ListRow } from './ListRow.ts';
import type { ListedChat } from './model/toPreview.ts';
import { useListRows } from './useListRows.ts';
import { useListViews } from './useListViews.ts';
import { useTitles } from './useTitles.ts';

const ChatListActions = lazyPart(() => import('./ChatListActions.tsx').then((m) => m.ChatListActions));
const FolderDialogs = lazyPart(() => import('./FolderDialogs.tsx').then((m) => m.FolderDialogs));
const AHEAD = [ChatListActions, FolderDialogs];

/** A mute without an end: year 2100, ms. */
const FOREVER = 4_102_444_800_000;

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

type RowActionsProps = {
  chat: ListedChat;
  title: string;
  anchor: Element | null;
  onQuestion: (question: FolderQuestion) => void;
  onClose: () => void;
};

/** What can be done with one chat, by commands that work without a network. */
function RowActions({ chat, title, anchor, onQuestion, onClose }: RowActionsProps) {
  const { t } = useTranslation();
  const { stores, commands, serverNow } = useServices();
  const archived = useStore(stores.chatList, (state) => state.archived);
  const { c, me, head } = chat;
  const isQuiet = isMuted(chat, serverNow());
  const isFresh = isUnread(chat);
  const set = (change: Parameters<typeof commands.setChat>[0]['set']) => void commands.setChat({ c, set: change });
  return (
    <ChatListActions
      t={t}
      title={title}
      anchor={anchor}
      isPinned={(me.pin ?? 0) > 0}
      isMuted={isQuiet}
      isUnread={isFresh}
      isArchived={archived.has(c)}
      onPin={() => set({ pin: me.pin ? 0 : 1 })}
      onMute={() => set(isQuiet ? { mute: 0, notify: 0 } : { mute: FOREVER })}
      onHide={() => set({ hide: true })}
      onFolders={() => onQuestion({ kind: 'chat', c, title })}
      onArchive={() => {
        const pref = writeArchive(archived, c, !archived.has(c));
        if (pref) void commands.setPref(pref);
        else onQuestion({ kind: 'archiveFull' });
      }}
      onRead={() => {
        if (!isFresh) return set({ unreadFrom: head.l?.s ?? head.ls });
        void commands.markRead({ c, s: head.ls });
        if (me.uf !== undefined) set({ unreadFrom: 0 });
      }}
      onClose={onClose}
    />
  );
}
