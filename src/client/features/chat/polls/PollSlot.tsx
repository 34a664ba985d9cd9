import { useEffect, useReducer, useState } from 'react';
import { useStore } from 'zustand';
import { isOver } from '#domain/permissions.ts';
import { useServices } from '#client/context.ts';
import { momentName } from '#client/parts/timeTexts.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { ContentViewProps } from '../lines/contentViews.ts';
import type { PollDialogsProps } from './PollDialogs.tsx';
import { PollView } from './PollView.tsx';
import { pickAnswer, pollTally } from './pollTally.ts';

const PollDialogs = lazyPart<PollDialogsProps>(() => import('./PollDialogs.tsx').then((m) => m.PollDialogs));
/** Longest wait of a timer, ms; a poll that ends later is looked at again by then. */
const timerMaxMs = 2 ** 31 - 1;

/** A poll in a line: what I choose is shown at once and leaves when it can; everything else needs the server. */
export function PollSlot({ item, look, tabIndex }: ContentViewProps) {
  const { t, language, c } = look;
  const { commands, serverNow, stores } = useServices();
  const [dialog, setDialog] = useState<PollDialogsProps['kind']>();
  const [said, say] = useState('');
  const chat = useStore(stores.chatList, ({ chats }) => chats.get(c));
  const tally = pollTally(item, serverNow());
  useEnd(tally.isOver ? undefined : tally.end, serverNow);
  const { seq } = item;
  const canChange = seq !== undefined && !tally.isOver && (chat === undefined || !isOver({ set: chat.meta.set }));
  const mayEnd = item.isOwn || look.on.mayDelete?.(item) === true;
  const pick = (number: number) => {
    if (seq === undefined) return;
    const o = pickAnswer(tally, number);
    const words = o.map((chosen) => tally.answers[chosen]?.text ?? '').join(', ');
    say(o.length === 0 ? t('polls.tookBack') : t('polls.votedFor', { text: words }));
    void commands.setVote({ c, s: seq, o });
  };
  return (
    <>
      <PollView
        {...{ t, language, tally, tabIndex, said }}
        question={item.text}
        endText={tally.end === undefined ? undefined : momentName(tally.end, serverNow(), language)}
        isOwn={item.isOwn}
        canVote={canChange}
        isWaiting={item.myVote !== undefined && !look.isLive}
        onPick={pick}
        onAdd={canChange && tally.canAdd && look.canWrite && look.isLive ? () => setDialog('add') : undefined}
        onVoters={seq !== undefined && tally.isOpen && tally.voters > 0 ? () => setDialog('voters') : undefined}
        onClose={canChange && mayEnd && look.isLive ? () => setDialog('close') : undefined}
      />
      {dialog && seq !== undefined && (
        <PollDialogs kind={dialog} seq={seq} tally={tally} look={look} onEnd={() => setDialog(undefined)} />
      )}
    </>
  );
}

/** Draws anew when the time is over. `end`, `now`: server clock, ms. */
function useEnd(end: number | undefined, now: () => number): void {
  const [round, next] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (end === undefined) return undefined;
    const timer = setTimeout(next, Math.min(timerMaxMs, Math.max(0, end - now()) + 50));
    return () => clearTimeout(timer);
  }, [end, now, round]);
}
