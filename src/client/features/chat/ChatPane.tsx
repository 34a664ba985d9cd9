import { useCallback, useMemo, useRef, useState } from 'react';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isDirect, isOfficial, isPlace } from '#domain/chatTraits.ts';
import { useServices } from '#client/context.ts';
import type { ChatWindow } from '#client/context.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import { ChatHead } from './ChatHead.tsx';
import { ChatNotices } from './ChatNotices.tsx';
import { ChatToasts, type ChatNote, type ChatWord } from './ChatToasts.tsx';
import type { ChosenPaneProps } from './choosing/ChosenPane.tsx';
import { useChosen } from './choosing/useChosen.ts';
import { Conversation } from './Conversation.tsx';
import type { ConversationHandle } from './ConversationProps.ts';
import type { JumpToDateProps } from './dates/JumpToDate.tsx';
import { useDateKey } from './dates/useDateKey.ts';
import { FeedSizes } from './feed/feedRange.ts';
import type { ForwardPaneProps } from './forward/ForwardPane.tsx';
import type { ChatPlace } from './model/ChatPlace.ts';
import { dayOf } from './model/dayOf.ts';
import type { ReadingSpot } from './model/ReadingSpot.ts';
import type { EditRequest } from './model/toEditRequest.ts';
import { lineRights } from './model/lineRights.ts';
import { toOpening } from './model/toOpening.ts';
import type { AnnounceQuestionProps } from './pins/AnnounceQuestion.tsx';
import { TypingNow } from './TypingNow.tsx';
import type { FeedItem } from './model/FeedItem.ts';
import { useChatLook } from './useChatLook.ts';
import { useFeedItems } from './useFeedItems.ts';
import { useHistoryRetry } from './useHistoryRetry.ts';
import { useMessageActions } from './useMessageActions.ts';
import { useMissingPeople } from './useMissingPeople.ts';
import { pastHidden } from './model/pastHidden.ts';
import { useOwnView } from './useOwnView.ts';
import { useQuoting } from './useQuoting.ts';
import { useReadMarks } from './useReadMarks.ts';
import { useRoomPlace } from './useRoomPlace.ts';
import { useThreads } from './threads/useThreads.ts';

const JumpToDate = lazyPart<JumpToDateProps>(() => import('./dates/JumpToDate.tsx').then((m) => m.JumpToDate));
const ForwardPane = lazyPart<ForwardPaneProps>(() => import('./forward/ForwardPane.tsx').then((m) => m.ForwardPane));
const ChosenPane = lazyPart<ChosenPaneProps>(() => import('./choosing/ChosenPane.tsx').then((m) => m.ChosenPane));
/** The calendar shows what is on the device without a network too, and what is forwarded then waits. */
const AHEAD = [JumpToDate, ForwardPane, ChosenPane];
const AnnounceQuestion = lazyPart<AnnounceQuestionProps>(() =>
  import('./pins/AnnounceQuestion.tsx').then((m) => m.AnnounceQuestion),
);

export type ChatPaneProps = {
  window: ChatWindow;
  place: ChatPlace;
  /** grows by one when the window was replaced: the conversation opens anew */
  epoch: number;
  /** the composer, or why there is none */
  foot: ReactNode;
  /** below the head, above the conversation */
  top?: ReactNode;
  /** in place of the head of a chat, such as that of a thread */
  head?: ReactNode;
  /** what the conversation is called, where that is not the chat's name */
  title?: string;
  /** what stands above the first message, where that is not the beginning of the chat */
  startText?: string;
  /** Opens the thread on the message of this seq, or begins one; answers why it cannot. Absent where messages have none. */
  onThread?: ((seq: number) => Promise<string | undefined>) | undefined;
  backHref: string;
  onBack: () => void;
  onInfo?: (() => void) | undefined;
  isInfoOpen?: boolean;
  /** shows the mini-apps that can be opened from this chat */
  onApps?: (() => void) | undefined;
  onEdit: (edit: EditRequest) => void;
  onReport: (seq: number) => void;
  /** Shows a picture or film of a message over the whole screen. */
  onOpenMedia?: ((item: FeedItem, index: number) => void) | undefined;
  /** Puts photos and films of messages into an album. */
  onAlbum?: ((items: readonly FeedItem[]) => void) | undefined;
  /** The person answers the message of this seq. */
  onReply?: (seq: number) => void;
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

/** In communities the engine fetches who wrote: there they are members, not accounts. */
const NOBODY: FeedItem[] = [];

/** One open chat: head, messages, who is typing, and the composer below. */
export function ChatPane(props: ChatPaneProps) {
  const { window: chatWindow, place, epoch, backHref, onBack, onInfo, onApps } = props;
  const { t, i18n } = useTranslation();
  const services = useServices();
  const state = useStore(chatWindow.store);
  const people = useStore(services.stores.people);
  const { chat } = state;
  const me: number = chat?.me.mid ?? services.me.userId;
  const isDm = chat !== undefined && isDirect(chat.kind);
  const [word, say] = useWord();
  const [picker, setPicker] = useState<{ anchor: Element; day: string }>();
  const [lineSeq, setLineSeq] = useState<number>();
  const { hidden, paint } = useOwnView(state.c);
  const items = useFeedItems(state, me, lineSeq, hidden);
  const chosen = useChosen(items);
  const [forwarding, setForwarding] = useState<readonly FeedItem[]>();
  usePreload(AHEAD);
  const sizes = useMemo(() => new FeedSizes(), []);
  const quoting = useQuoting(chatWindow, { hidden, threads: useThreads(state.c, props.onThread !== undefined) });
  const look = useChatLook(state, me, quoting);
  useMissingPeople(chat && isPlace(chat.kind) ? NOBODY : items, people.users);
  const see = useReadMarks(chatWindow, state);
  const seen = useRef(0);
  const loadDays = useCallback<JumpToDateProps['load']>(
    (month, show) => services.listDays(state.c, month, show),
    [services, state.c],
  );
  useHistoryRetry(chatWindow);
  const roomPlace = useRoomPlace(chat);
  const title = props.title ?? (chat && chatTitle(people, chat)) ?? (isDm ? t('chat.someone') : t('chat.untitled'));
  const [announcing, setAnnouncing] = useState<{ seq: number; text: string }>();
  const actions = useMessageActions(state.c, {
    onEdit: props.onEdit,
    onDone: say,
    onAnnounce: setAnnouncing,
    onReport: props.onReport,
    onReply: props.onReply,
    onForward: (item) => setForwarding([item]),
    onSelect: chosen.start,
    onThread: props.onThread,
  });
  const { opensAt, foundKey } = toOpening(items, state, place);
  const pickDay = (anchor: Element, day?: string) => {
    const inSight = items.findLast((item) => item.seq !== undefined && item.seq <= seen.current);
    setPicker({ anchor, day: day ?? inSight?.day ?? look.today });
  };
  const pane = useRef<HTMLElement>(null);
  useDateKey(pane, (focused) => pickDay(focused));
  return (
    <section aria-label={title} ref={pane} className="flex size-full min-h-0 min-w-0 flex-col bg-surface-sunken">
      {props.head ?? (
        <ChatHead
          chat={chat}
          title={title}
          memberCount={chat?.head.cnt}
          place={roomPlace}
          online={state.online}
          {...{ backHref, onBack, onInfo, onApps }}
          isInfoOpen={props.isInfoOpen ?? false}
          onPickDate={(button) => pickDay(button)}
        />
      )}
      <ChatNotices
        state={state}
        nameOf={look.nameOf}
        onJump={(seq) => props.onJump({ seq, at: 'start' })}
        onLook={props.isInfoOpen ? undefined : props.onInfo}
        onProblem={say}
      />
      {props.top}
      {state.loaded ? (
        <Conversation
          // Another place in the history is another conversation for the scroller.
          key={`${state.c} ${epoch} ${items.length > 0}`}
          items={items}
          paint={paint}
          look={look}
          title={title}
          ref={props.conversation}
          opensAt={opensAt}
          foundKey={foundKey}
          sizes={sizes}
          head={{
            state: headState(state),
            startText: props.startText ?? (isDm ? t('chat.startDirect', { name: title }) : t(startKey(chat?.kind))),
            labels: {
              loading: t('chat.loadingOlder'),
              problem: t('chat.problem'),
              tryAgain: t('chat.tryAgain'),
            },
            onTryAgain: () => chatWindow.loadOlder(),
          }}
          foot={<TypingNow typing={state.typing} me={me} nameOf={look.nameOf} faceOf={look.faceOf} />}
          readSeq={chat?.me.rs ?? 0}
          unread={chat?.unread ?? 0}
          atStart={state.atStart}
          atEnd={state.atEnd}
          isLoading={state.loading.older || state.loading.newer}
          {...lineRights(state)}
          now={services.serverNow}
          {...actions}
          chosen={chosen.items}
          onChoose={chosen.toggle}
          onJumpTo={(seq) => {
            setLineSeq(undefined);
            props.onJump({ seq, at: 'center' });
          }}
          onOpenMedia={props.onOpenMedia}
          onSay={say}
          onLoadOlder={() => {
            // After a refusal the person decides when to ask again.
            if (!state.problem) chatWindow.loadOlder();
          }}
          onLoadNewer={() => chatWindow.loadNewer()}
          onPickDay={(day, chip) => pickDay(chip, day)}
          onSee={(seq) => {
            seen.current = seq;
            chatWindow.see(seq);
            see(pastHidden(state.messages, seq, hidden));
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
      {/* What is being written stays as it is. */}
      <div className={chosen.items ? 'hidden' : 'contents'}>{props.foot}</div>
      {chosen.items && (
        <ChosenPane
          items={[...chosen.items.values()]}
          look={look}
          isCovered={forwarding !== undefined}
          onAlbum={props.onAlbum}
          onForward={setForwarding}
          onSay={say}
          onEnd={chosen.end}
        />
      )}
      {forwarding && (
        <ForwardPane
          items={forwarding}
          from={state}
          onClose={() => setForwarding(undefined)}
          onDone={(text) => {
            setForwarding(undefined);
            chosen.end();
            say(text);
          }}
        />
      )}
      {picker && chat && (
        <JumpToDate
          {...picker}
          t={t}
          language={i18n.language}
          today={look.today}
          since={dayOf(chat.meta.created)}
          isLive={look.isLive}
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
      {announcing && (
        <AnnounceQuestion
          c={state.c}
          message={announcing}
          onClose={() => setAnnouncing(undefined)}
          onDone={() => {
            setAnnouncing(undefined);
            say(t('guard.pins.done'));
          }}
        />
      )}
      <ChatToasts
        title={props.title}
        word={word}
        onWordEnd={() => say(undefined)}
        note={props.note}
        onNoteEnd={props.onNoteEnd}
      />
    </section>
  );
}

/** The word that the chat shows for a moment, and how to say one or take it away. */
function useWord(): [ChatWord | undefined, (text: string | undefined, isBad?: boolean) => void] {
  const [word, setWord] = useState<ChatWord>();
  const say = useCallback(
    (text: string | undefined, isBad = false) => setWord(text === undefined ? undefined : { text, isBad }),
    [],
  );
  return [word, say];
}

function startKey(kind = 0): 'chat.startOfficial' | 'chat.startPlace' | 'chat.startGroup' {
  if (isOfficial(kind)) return 'chat.startOfficial';
  return isPlace(kind) ? 'chat.startPlace' : 'chat.startGroup';
}

function headState({ atStart, loading, problem }: ChatWindowState): 'start' | 'loading' | 'problem' | 'more' {
  if (atStart) return 'start';
  if (loading.older) return 'loading';
  return problem ? 'problem' : 'more';
}
