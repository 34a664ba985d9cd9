import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { canSend } from '#domain/permissions.ts';
import { isDirect } from '#domain/chatTraits.ts';
import { useServices } from '#client/context.ts';
import type { ChatWindow } from '#client/context.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { faceOf } from '#client/stores/faceOf.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { Toast } from '#client/ui/Toast.tsx';
import { ToastRegion } from '#client/ui/ToastRegion.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import { ChatHead } from './ChatHead.tsx';
import { Conversation } from './Conversation.tsx';
import type { ConversationHandle } from './Conversation.tsx';
import type { JumpToDateProps } from './dates/JumpToDate.tsx';
import { useDateKey } from './dates/useDateKey.ts';
import { FeedSizes } from './feed/feedRange.ts';
import type { MessageAction } from './model/actionsOf.ts';
import type { ChatPlace } from './model/ChatPlace.ts';
import { dayOf } from './model/dayOf.ts';
import type { FeedItem } from './model/FeedItem.ts';
import type { ReadingSpot } from './model/ReadingSpot.ts';
import { toEditRequest } from './model/toEditRequest.ts';
import type { EditRequest } from './model/toEditRequest.ts';
import { toFeed } from './model/toFeed.ts';
import { toOpening } from './model/toOpening.ts';
import { TypingNow } from './TypingNow.tsx';
import { useReadMarks } from './useReadMarks.ts';

const JumpToDate = lazyPart<JumpToDateProps>(() => import('./dates/JumpToDate.tsx').then((m) => m.JumpToDate));
/** The calendar shows what is on the device without a network too. */
const AHEAD = [JumpToDate];

/** A word about where a jump has led, or why it did not. */
export type ChatNote = { text: string; isBad: boolean; action?: { label: string; onClick: () => void } };

export type ChatPaneProps = {
  window: ChatWindow;
  place: ChatPlace;
  /** grows by one when the window was replaced: the conversation opens anew */
  epoch: number;
  /** the composer, or why there is none */
  foot: ReactNode;
  backHref: string;
  onBack: () => void;
  onInfo?: (() => void) | undefined;
  isInfoOpen?: boolean;
  onEdit: (edit: EditRequest) => void;
  /** Leaves the place for another one; the way back is the caller's. */
  onJump: (place: ChatPlace) => void;
  /** the place the reader was taken away from, and how to get there again */
  back: ReadingSpot | undefined;
  onDepart: (spot: ReadingSpot) => void;
  onGoBack: () => void;
  onArrive: () => void;
  note?: ChatNote | undefined;
  onNoteEnd: () => void;
  conversation: Ref<ConversationHandle>;
};

/** One open chat: head, messages, who is typing, and the composer below. */
export function ChatPane(props: ChatPaneProps) {
  const { window: chatWindow, place, epoch } = props;
  const { t, i18n } = useTranslation();
  const services = useServices();
  const state = useStore(chatWindow.store);
  const people = useStore(services.stores.people);
  const me = services.me.userId as number;
  const { chat } = state;
  const isDm = chat !== undefined && isDirect(chat.kind);
  const [toast, setToast] = useState<string>();
  const [picker, setPicker] = useState<{ anchor: Element; day: string }>();
  const [lineSeq, setLineSeq] = useState<number>();
  const isLive = useStore(services.stores.health, ({ status }) => status.phase === 'live');
  const items = useItems(state, me, lineSeq);
  usePreload(AHEAD);
  const sizes = useMemo(() => new FeedSizes(), []);
  const today = dayOf(services.serverNow());
  const { users, contacts } = people;
  const { members } = state;
  const nameOfMember = useCallback(
    (mid: number) => nameOf({ users, contacts }, mid, members.get(mid)?.nn) ?? t('chat.someone'),
    [users, contacts, members, t],
  );
  const canWrite = chat !== undefined && canSend({ kind: chat.kind, state: chat.me.st, role: chat.me.ro });
  const look = useMemo(
    () => ({
      t,
      language: i18n.language,
      me,
      isDm,
      canWrite,
      today,
      nameOf: nameOfMember,
      faceOf: (mid: number) => faceOf({ users }, mid),
      receipts: state.receipts,
      peerRead: state.peerRead,
      isLive,
    }),
    [t, i18n.language, me, isDm, canWrite, today, nameOfMember, users, state.receipts, state.peerRead, isLive],
  );
  useMissingPeople(items, people.users);
  const see = useReadMarks(chatWindow, state);
  const seen = useRef(0);
  const loadDays = useCallback<JumpToDateProps['load']>(
    (month, show) => services.listDays(state.c, month, show),
    [services, state.c],
  );
  useRetry(chatWindow);
  const title = (chat && chatTitle(people, chat)) ?? (isDm ? t('chat.someone') : t('chat.untitled'));
  const act = (item: FeedItem, action: MessageAction) => {
    const { commands } = services;
    if (action === 'copy') void navigator.clipboard.writeText(item.text).then(() => setToast(t('chat.actions.copied')));
    else if (action === 'link' && item.seq !== undefined) {
      const link = `${globalThis.location.origin}/chats/${state.c}/m/${item.seq}`;
      void navigator.clipboard.writeText(link).then(() => setToast(t('jump.link.copied')));
    } else if (action === 'edit') props.onEdit(toEditRequest(item));
    else if (action === 'retry' && item.entry) void commands.retryEntry(item.entry.id);
    else if (action === 'discard' && item.entry) void commands.discardEntry(item.entry.id);
    else if (action === 'unreadFrom' && item.seq !== undefined) {
      void commands.setChat({ c: state.c, set: { unreadFrom: item.seq } });
    }
  };
  const loadVersions = useCallback(
    async (item: FeedItem) => {
      if (item.seq === undefined) return undefined;
      const answer = await services.rpc('message.versions', { c: state.c, s: item.seq });
      return answer.ok ? answer.data.items : undefined;
    },
    [services, state.c],
  );
  const { opensAt, foundKey } = toOpening(items, state, place);
  const pickDay = (anchor: Element, day?: string) => {
    const inSight = items.findLast((item) => item.seq !== undefined && item.seq <= seen.current);
    setPicker({ anchor, day: day ?? inSight?.day ?? today });
  };
  const pane = useRef<HTMLElement>(null);
  useDateKey(pane, (focused) => pickDay(focused));
  return (
    <section aria-label={title} ref={pane} className="flex size-full min-h-0 min-w-0 flex-col bg-surface-sunken">
      <ChatHead
        chat={chat}
        title={title}
        memberCount={chat?.head.cnt}
        backHref={props.backHref}
        onBack={props.onBack}
        onInfo={props.onInfo}
        isInfoOpen={props.isInfoOpen ?? false}
        onPickDate={(button) => pickDay(button)}
      />
      {state.loaded ? (
        <Conversation
          // Another place in the history is another conversation for the scroller.
          key={`${state.c} ${epoch} ${items.length > 0}`}
          items={items}
          look={look}
          title={title}
          ref={props.conversation}
          opensAt={opensAt}
          foundKey={foundKey}
          sizes={sizes}
          head={{
            state: headState(state),
            startText: isDm ? t('chat.startDirect', { name: title }) : t('chat.startGroup'),
            labels: {
              loading: t('chat.loadingOlder'),
              problem: t('chat.problem'),
              tryAgain: t('chat.tryAgain'),
            },
            onTryAgain: () => chatWindow.loadOlder(),
          }}
          foot={<TypingNow typing={state.typing} me={me} nameOf={nameOfMember} faceOf={look.faceOf} />}
          readSeq={chat?.me.rs ?? 0}
          unread={chat?.unread ?? 0}
          atStart={state.atStart}
          atEnd={state.atEnd}
          isLoading={state.loading.older || state.loading.newer}
          now={services.serverNow}
          onReact={(item, emoji) => {
            if (item.seq !== undefined) void services.commands.setReaction(toReaction(state.c, item, emoji));
          }}
          onAct={act}
          onUnsend={(item) => void services.commands.unsendMessage({ c: state.c, message: toRef(item) })}
          loadVersions={loadVersions}
          onLoadOlder={() => {
            // After a refusal the person decides when to ask again.
            if (!state.problem) chatWindow.loadOlder();
          }}
          onLoadNewer={() => chatWindow.loadNewer()}
          onPickDay={(day, chip) => pickDay(chip, day)}
          onSee={(seq) => {
            seen.current = seq;
            chatWindow.see(seq);
            see(seq);
          }}
          onLook={chatWindow.look}
          onLine={setLineSeq}
          onJump={(next) => {
            setLineSeq(undefined);
            props.onJump(next);
          }}
          onDepart={props.onDepart}
          back={props.back}
          onBack={props.onGoBack}
          onArrive={props.onArrive}
        />
      ) : (
        <div className="min-h-0 flex-1" />
      )}
      {props.foot}
      {picker && chat && (
        <JumpToDate
          {...picker}
          t={t}
          language={i18n.language}
          today={today}
          since={dayOf(chat.meta.created)}
          isLive={isLive}
          load={loadDays}
          onPick={(seq) => {
            setPicker(undefined);
            props.onJump({ seq, at: 'start' });
          }}
          onFirst={() => {
            setPicker(undefined);
            props.onJump({ seq: Math.max(1, chat.sync.startSeq ?? chat.me.fl), at: 'start' });
          }}
          onClose={() => setPicker(undefined)}
        />
      )}
      <ToastRegion label={t('chat.actions.label')}>
        {toast !== undefined && (
          <Toast
            text={toast}
            tone="ok"
            closeLabel={t('chat.actions.close')}
            durationMs={2000}
            onClose={() => setToast(undefined)}
          />
        )}
        {props.note && (
          <Toast
            text={props.note.text}
            tone={props.note.isBad ? 'danger' : 'plain'}
            {...(props.note.action ? { action: props.note.action, durationMs: null } : {})}
            closeLabel={t('chat.actions.close')}
            onClose={props.onNoteEnd}
          />
        )}
      </ToastRegion>
    </section>
  );
}

/** The lines, with unchanged ones kept as they were. */
function useItems(state: ChatWindowState, me: number, lineSeq: number | undefined): readonly FeedItem[] {
  const before = useRef<readonly FeedItem[]>([]);
  const { messages, pending, overlays, holes, atEnd } = state;
  // The reader asked for a line of their own: news that came while they were elsewhere.
  const unreadFrom = lineSeq ?? state.unreadFrom;
  const items = useMemo(
    () => toFeed({ messages, pending, overlays, holes, unreadFrom, atEnd, me }, before.current),
    [messages, pending, overlays, holes, unreadFrom, atEnd, me],
  );
  useEffect(() => {
    before.current = items;
  }, [items]);
  return items;
}

/** History that could not be had is asked for again as soon as the server is back. */
function useRetry(chatWindow: ChatWindow): void {
  const { stores } = useServices();
  const isLive = useStore(stores.health, ({ status }) => status.phase === 'live');
  useEffect(() => {
    if (isLive && chatWindow.store.getState().problem) chatWindow.loadOlder();
  }, [isLive, chatWindow]);
}

/** Asks for the cards of people who wrote here and are not known. */
function useMissingPeople(items: readonly FeedItem[], users: ReadonlyMap<number, unknown>): void {
  const { wantUsers } = useServices();
  useEffect(() => {
    const missing = new Set<number>();
    for (const { sender } of items) if (sender !== 0 && !users.has(sender)) missing.add(sender);
    if (missing.size > 0) wantUsers([...missing] as Parameters<typeof wantUsers>[0]);
  }, [items, users, wantUsers]);
}

function headState({ atStart, loading, problem }: ChatWindowState): 'start' | 'loading' | 'problem' | 'more' {
  if (atStart) return 'start';
  if (loading.older) return 'loading';
  return problem ? 'problem' : 'more';
}

function toReaction(c: ChatWindowState['c'], item: FeedItem, emoji: string) {
  const mine = item.myReaction === undefined ? (item.row?.my ?? null) : item.myReaction;
  return { c, s: item.seq ?? 0, e: mine === emoji ? null : emoji };
}

type MessageName = Parameters<ReturnType<typeof useServices>['commands']['unsendMessage']>[0]['message'];

/** By seq once the server has it, by its own id before. */
function toRef(item: FeedItem): MessageName {
  if (item.row) return { s: item.row.s };
  return { cid: item.entry?.i ?? '' } as MessageName;
}
