import { useEffect, useLayoutEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation } from 'wouter';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import type { ChatWindow } from '#client/context.ts';
import { ChatPane } from '#client/features/chat/ChatPane.tsx';
import { ComposerPane } from '#client/features/composer/ComposerPane.tsx';
import { AlertOfferPane } from '#client/features/notifications/AlertOfferPane.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { LinkButton } from '#client/ui/LinkButton.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import {
  isCommunity as isCommunityKind,
  isDirect,
  isInvited,
  isJoined,
  isOfficial as isOfficialKind,
} from '#domain/chatTraits.ts';
import { roleName } from '#domain/memberTraits.ts';
import type { ReportTarget } from '#client/features/moderation/ReportPane.tsx';
import type { ChatId } from '#protocol/ids.ts';
import type { ShelfRowsProps } from '#client/features/shelf/ShelfRows.tsx';
import { ChatLayers, ChatViewer, type ChatLayer } from './ChatLayers.tsx';
import { holdWindow } from './holdWindow.ts';
import type { ThreadPanelProps } from './ThreadPanel.tsx';
import { usePlace } from './usePlace.ts';
import { useThread } from './useThread.ts';
import { useWriting } from './useWriting.ts';

const ChatInfoPanel = lazyPart(() => import('#client/features/groups/ChatInfoPanel.tsx').then((m) => m.ChatInfoPanel));
const PlacePanel = lazyPart(() => import('./PlacePanel.tsx').then((m) => m.PlacePanel));
const SincePane = lazyPart(() => import('#client/features/communities/since/SincePane.tsx').then((m) => m.SincePane));
const RoomsBar = lazyPart(() => import('#client/features/communities/rooms/RoomsBar.tsx').then((m) => m.RoomsBar));
const InvitationPane = lazyPart(() =>
  import('#client/features/joining/InvitationPane.tsx').then((m) => m.InvitationPane),
);
const HeldNotesPane = lazyPart(() =>
  import('#client/features/moderation/HeldNotesPane.tsx').then((m) => m.HeldNotesPane),
);
const RemovedNotice = lazyPart(() =>
  import('#client/features/moderation/RemovedNotice.tsx').then((m) => m.RemovedNotice),
);
const OfficialFootPane = lazyPart(() =>
  import('#client/features/chat/official/OfficialFootPane.tsx').then((m) => m.OfficialFootPane),
);
const ShelfRows = lazyPart<ShelfRowsProps>(() =>
  import('#client/features/shelf/ShelfRows.tsx').then((m) => m.ShelfRows),
);
const ThreadPanel = lazyPart<ThreadPanelProps>(() => import('./ThreadPanel.tsx').then((m) => m.ThreadPanel));
const AHEAD = [ThreadPanel, ChatInfoPanel, ChatViewer, ShelfRows];
const PLACE_AHEAD = [ThreadPanel, PlacePanel, ChatViewer, ShelfRows];

/** A chat that was just made arrives within this time, ms; only then is it called missing. */
const MISSING_MS = 4000;

export type ChatAreaProps = {
  chatId: ChatId;
  seq: number | undefined;
  /** the thread beside it */
  threadId: ChatId | undefined;
  onBack: () => void;
};

/** One open chat with its composer and, on demand, the panel beside it. Give it the chat's id as `key`. */
export function ChatArea({ chatId, seq, threadId, onBack }: ChatAreaProps) {
  const { openChat, stores } = useServices();
  const isAsked = useStore(stores.chatList, ({ chats }) => isInvited(chats.get(chatId)?.me.st ?? 0));
  const root = useStore(stores.chatList, ({ chats }) => chats.get(chatId)?.meta.root);
  const [opened, setOpened] = useState<ChatWindow>();
  // Before the paint: a chat from the cache shows in the first frame after the press.
  useLayoutEffect(
    // An invited person has nothing to look at yet; the window opens when they are in.
    () => (isAsked ? undefined : holdWindow(openChat(chatId), setOpened)),
    [openChat, chatId, isAsked],
  );
  // A thread stands beside its chat, wherever a link to it comes from.
  if (root) return <Redirect to={`/chats/${root.c}/t/${chatId}`} replace />;
  if (isAsked) return <InvitationPane chatId={chatId} onBack={onBack} />;
  return opened ? (
    <OpenChat chatWindow={opened} seq={seq} threadId={threadId} onBack={onBack} />
  ) : (
    <div className="min-w-0 flex-1 bg-surface-sunken" />
  );
}

type OpenChatProps = Pick<ChatAreaProps, 'seq' | 'threadId' | 'onBack'> & { chatWindow: ChatWindow };

function OpenChat({ chatWindow, seq, threadId, onBack }: OpenChatProps) {
  // An answer that was begun elsewhere, such as in the gallery, comes with the address.
  const writing = useWriting(chatWindow, (history.state as { reply?: number } | null)?.reply);
  const [isInfoOpen, setInfoOpen] = useState(false);
  const [mention, setMention] = useState<{ mid: number; name: string }>();
  const isCommunity = useStore(chatWindow.store, ({ chat }) => chat !== undefined && isCommunityKind(chat.kind));
  const isOfficial = useStore(chatWindow.store, ({ chat }) => chat !== undefined && isOfficialKind(chat.kind));
  const [layer, setLayer] = useState<ChatLayer>();
  const isShared = useStore(chatWindow.store, ({ chat }) => chat !== undefined && !isDirect(chat.kind));
  // What moderators and those above them write is never held.
  const mayBeHeld = useStore(chatWindow.store, ({ chat }) => isFiltered(chat));
  const c = useStore(chatWindow.store, (state) => state.c);
  const parent = useStore(chatWindow.store, ({ chat }) => chat?.meta.parent);
  const [, navigate] = useLocation();
  const open = (id: ChatId) => navigate(`/chats/${id}`);
  const place = usePlace(chatWindow, seq);
  const openThread = useThread(c);
  const goTo = (to: number) => place.onJump({ seq: to, at: 'center' });
  const report = (target: ReportTarget) => setLayer({ kind: 'report', target });
  const appeal = () => setLayer({ kind: 'appeal' });
  const isInfoShown = isInfoOpen && threadId === undefined;
  const showInfo = () => {
    if (threadId !== undefined) open(c);
    setInfoOpen(!isInfoShown);
  };
  const isMissing = useMissing(chatWindow);
  usePreload(isCommunity ? PLACE_AHEAD : AHEAD);
  if (isMissing) return <MissingChat c={c} />;
  return (
    <>
      <div className="min-w-0 flex-1">
        <ChatPane
          window={chatWindow}
          {...place}
          backHref={parent === undefined ? '/chats' : `/chats/${parent}`}
          onBack={parent === undefined ? onBack : () => open(parent)}
          onThread={isOfficial ? undefined : openThread}
          onInfo={isOfficial ? undefined : showInfo}
          isInfoOpen={isInfoShown}
          onApps={isOfficial ? undefined : () => setLayer({ kind: 'apps' })}
          {...writing.conversation}
          top={
            isCommunity && (
              <>
                <RoomsBar communityId={parent ?? c} openId={c} onOpen={open} />
                <SincePane window={chatWindow} onJump={goTo} />
              </>
            )
          }
          onReport={(s) => report({ s })}
          onOpenMedia={(item, index) => setLayer({ kind: 'viewer', viewed: { item, index } })}
          onAlbum={isOfficial ? undefined : (items) => setLayer({ kind: 'album', items })}
          foot={
            <>
              <AlertOfferPane />
              {mayBeHeld && <HeldNotesPane window={chatWindow} />}
              {isOfficial ? (
                <OfficialFootPane window={chatWindow} />
              ) : (
                <ComposerPane window={chatWindow} {...writing.composer} mention={mention} onAppeal={appeal} />
              )}
            </>
          }
        />
      </div>
      {threadId !== undefined && (
        <SidePanel onClose={() => open(c)}>
          <ThreadPanel
            key={threadId}
            window={chatWindow}
            threadId={threadId}
            onAppeal={appeal}
            onShow={(to) => {
              // Where there is no room for both, the thread lies over the chat.
              if (!hasRoomBeside()) open(c);
              goTo(to);
            }}
            onClose={() => open(c)}
          />
        </SidePanel>
      )}
      {isInfoShown && (
        <SidePanel onClose={() => setInfoOpen(false)}>
          {isCommunity ? (
            <PlacePanel
              chatId={parent ?? c}
              ways={<ShelfRows c={c} />}
              onReport={report}
              onRoom={open}
              onMention={(member) => {
                // A new object each time: the same person can be named twice.
                setMention({ ...member });
                if (!hasRoomBeside()) setInfoOpen(false);
              }}
              onClose={() => setInfoOpen(false)}
            />
          ) : (
            <ChatInfoPanel
              chatId={c}
              ways={<ShelfRows c={c} />}
              onReport={isShared ? report : undefined}
              onClose={() => setInfoOpen(false)}
            />
          )}
        </SidePanel>
      )}
      {layer && (
        <ChatLayers
          window={chatWindow}
          {...{ c, parent, layer }}
          onReply={writing.reply}
          onJump={goTo}
          // A layer that closes late may have been followed by the next one.
          onClose={() => setLayer((now) => (now === layer ? undefined : now))}
        />
      )}
    </>
  );
}

/** Whether a panel stands beside the chat, and not over it. */
const hasRoomBeside = (): boolean => !globalThis.matchMedia('(max-width: 1099px)').matches;

/** Whether the filter of a chat looks at what I write there. */
const isFiltered = (chat: ReturnType<ChatWindow['store']['getState']>['chat']): boolean =>
  chat !== undefined &&
  !isDirect(chat.kind) &&
  !isOfficialKind(chat.kind) &&
  isJoined(chat.me.st) &&
  roleName(chat.me.ro) === 'member';

/** Beside the chat from 1100 px on, over it from the inline end below that, a page of its own on a phone. Where a mini-app stands beside it and there is no room for three, it lies over the chat too, at the app's side. */
function SidePanel({ children, onClose }: { children: ReactNode; onClose: () => void }) {
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    globalThis.addEventListener('keydown', close);
    return () => globalThis.removeEventListener('keydown', close);
  }, [onClose]);
  return (
    <>
      <div aria-hidden onClick={onClose} className="fixed inset-0 z-8 bg-scrim desk:hidden" />
      <aside
        data-beside
        className="z-9 w-panel flex-none animate-slide overflow-hidden border-s border-line bg-surface [--plane:var(--surface)] max-desk:fixed max-desk:inset-y-0 max-desk:end-0 max-desk:shadow-layer max-tablet:w-full max-tablet:border-0"
      >
        {children}
      </aside>
    </>
  );
}

/** No such chat here, or no longer: who was removed from it learns that, and can ask its admins. */
function MissingChat({ c }: { c: ChatId }) {
  const { t } = useTranslation();
  return (
    <div className="scroll-pane grid min-w-0 flex-1 content-center justify-items-center bg-surface-sunken px-4 py-6 [--plane:var(--surface-sunken)]">
      <RemovedNotice c={c} />
      <EmptyState
        title={t('chat.missing.title')}
        text={t('chat.missing.text')}
        action={
          <LinkButton href="/chats" kind="filled">
            {t('chat.missing.action')}
          </LinkButton>
        }
      />
    </div>
  );
}

function useMissing(chatWindow: ChatWindow): boolean {
  const isAbsent = useStore(chatWindow.store, ({ loaded, chat }) => loaded && chat === undefined);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (!isAbsent) return undefined;
    const timer = setTimeout(() => setOver(true), MISSING_MS);
    return () => {
      clearTimeout(timer);
      setOver(false);
    };
  }, [isAbsent]);
  return isAbsent && isOver;
}
