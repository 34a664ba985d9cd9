import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import type { ChatWindow } from '#client/context.ts';
import type { ChatPaneProps } from '#client/features/chat/ChatPane.tsx';
import type { ChatNote } from '#client/features/chat/ChatToasts.tsx';
import type { ConversationHandle } from '#client/features/chat/ConversationProps.ts';
import type { ChatPlace } from '#client/features/chat/model/ChatPlace.ts';
import type { ReadingSpot } from '#client/features/chat/model/ReadingSpot.ts';
import { describeLanding, type Landing } from './describeLanding.ts';

/** A jump that takes longer than this says that it is under way, ms. */
const QUIET_MS = 600;
/** A reader who moved less than this has not moved, px. */
const STILL_PX = 2;

/** What a jump came to. `unreachable`: the messages there are neither on this device nor to be had now; the reader stays where they are. */
type Note = { kind: 'loading' | Landing } | { kind: 'unreachable'; place: ChatPlace };

/** A jump. `isQuiet`: the reader was nowhere yet, so that there is no way back. */
type Jump = (place: ChatPlace, isQuiet?: boolean) => Promise<boolean>;

export type PlaceProps = Pick<
  ChatPaneProps,
  'place' | 'epoch' | 'onJump' | 'back' | 'onDepart' | 'onGoBack' | 'onArrive' | 'note' | 'onNoteEnd' | 'conversation'
>;

/**
 * Where the conversation is: at first the first unread message, or the message that the address names. A jump waits until what it leads to is there, then
 * opens the conversation anew, and leaves one way back to exactly where the reader was. Nothing else moves a reader.
 */
export function usePlace(chatWindow: ChatWindow, seq: number | undefined): PlaceProps {
  const conversation = useRef<ConversationHandle>(null);
  const [state, setState] = useState<{ place: ChatPlace; epoch: number }>({ place: 'unread', epoch: 0 });
  const [back, setBack] = useState<ReadingSpot>();
  const [note, setNote] = useState<Note>();
  const round = useRef(0);
  const jump = useCallback<Jump>(
    async (place, isQuiet = false) => {
      round.current += 1;
      const mine = round.current;
      const isLast = () => round.current === mine;
      const timer = setTimeout(() => isLast() && setNote({ kind: 'loading' }), QUIET_MS);
      let spot: ReadingSpot | undefined;
      const problem = await chatWindow.jumpTo(toTarget(place), () => (spot = conversation.current?.spot()));
      clearTimeout(timer);
      if (!isLast()) return false;
      if (problem !== undefined) {
        setNote({ kind: 'unreachable', place });
        return false;
      }
      if (!isQuiet && spot && !isSpot(place)) setBack(spot);
      setNote(undefined);
      setState(({ epoch }) => ({ place, epoch: epoch + 1 }));
      return true;
    },
    [chatWindow],
  );
  useLink({ chatWindow, seq, conversation, jump, setNote });
  const leaveLink = useLeaveLink(chatWindow, seq);
  const goBack = () => {
    setBack(undefined);
    leaveLink();
    if (!back || conversation.current?.show(back)) return;
    void jump({ spot: back }).then((isThere) => {
      if (!isThere) setBack(back);
    });
  };
  return {
    ...state,
    conversation,
    back,
    onJump(place) {
      leaveLink();
      void jump(place);
    },
    onDepart: setBack,
    onGoBack: goBack,
    onArrive: () => setBack(undefined),
    note: useNoteText(note, (place) => void jump(place)),
    onNoteEnd: () => setNote(undefined),
  };
}

type LinkInput = {
  chatWindow: ChatWindow;
  seq: number | undefined;
  conversation: { current: ConversationHandle | null };
  jump: Jump;
  setNote: (note: Note | undefined) => void;
};

/**
 * Follows the address to a message. What could not be had is tried again when the connection is there, unless the reader has gone on reading meanwhile:
 * then the note offers it.
 */
function useLink({ chatWindow, seq, conversation, jump, setNote }: LinkInput): void {
  const { stores } = useServices();
  const phase = useStore(stores.health, ({ status }) => status.phase);
  const isLive = phase === 'live';
  // At the start the connection is a moment away: nothing is said before it is sure that there is none.
  const isComing = phase === 'boot' || phase === 'connect' || phase === 'syncing';
  const placed = useRef<number>(undefined);
  const waiting = useRef<{ seq: number; spot: ReadingSpot | undefined }>(undefined);
  useEffect(() => {
    if (seq === undefined || placed.current === seq) {
      if (seq === undefined) placed.current = undefined;
      return;
    }
    const spot = conversation.current?.spot();
    if (waiting.current?.seq === seq && !isSamePlace(waiting.current.spot, spot)) return;
    const isFirst = placed.current === undefined && !spot;
    void jump({ seq, at: 'center' }, isFirst || waiting.current?.seq === seq).then((isThere) => {
      if (!isThere) {
        waiting.current = { seq, spot: conversation.current?.spot() };
        if (isComing) setNote(undefined);
        return;
      }
      waiting.current = undefined;
      placed.current = seq;
      const landing = describeLanding(chatWindow.store.getState(), seq);
      if (landing) setNote({ kind: landing });
    });
  }, [seq, chatWindow, isLive, isComing, conversation, jump, setNote]);
}

/** Another place than the one the address names: the address is the chat's own again. */
function useLeaveLink(chatWindow: ChatWindow, seq: number | undefined): () => void {
  const [, navigate] = useLocation();
  return () => {
    if (seq !== undefined) navigate(`/chats/${chatWindow.store.getState().c}`, { replace: true });
  };
}

function useNoteText(note: Note | undefined, onRetry: (place: ChatPlace) => void): ChatNote | undefined {
  const { t } = useTranslation();
  if (!note) return undefined;
  if (note.kind !== 'unreachable') return { text: t(`jump.note.${note.kind}`), isBad: false };
  const { place } = note;
  return {
    text: t('jump.note.unreachable'),
    isBad: true,
    action: { label: t('chat.tryAgain'), onClick: () => onRetry(place) },
  };
}

const isSpot = (place: ChatPlace): boolean => typeof place === 'object' && 'spot' in place;

function toTarget(place: ChatPlace): Parameters<ChatWindow['jumpTo']>[0] {
  if (typeof place !== 'object') return place;
  const seq = 'spot' in place ? place.spot.seq : place.seq;
  // A line without a number is a message that waits to be sent: it stands at the end.
  return seq === undefined ? 'end' : { seq };
}

function isSamePlace(a: ReadingSpot | undefined, b: ReadingSpot | undefined): boolean {
  if (!a || !b) return true;
  return a.key === b.key && Math.abs(a.top - b.top) <= STILL_PX;
}
