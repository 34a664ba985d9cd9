import { useState } from 'react';
import { useStore } from 'zustand';
import { readCountAt } from '#domain/receipts.ts';
import { isOver } from '#domain/permissions.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from '../lines/LineLook.ts';
import { ConfirmLine } from './ConfirmLine.tsx';

export type ConfirmPaneProps = { item: FeedItem; look: LineLook; tabIndex: 0 | -1 };

const minuteMs = 60_000;

/** The confirmations of one message: mine are given at once and leave when they can, those of others are counted, and whoever owes one can be reminded. */
export function ConfirmPane({ item, look, tabIndex }: ConfirmPaneProps) {
  const { t, c, on } = look;
  const services = useServices();
  const chat = useStore(services.stores.chatList, ({ chats }) => chats.get(c));
  const [isBusy, setBusy] = useState(false);
  const { seq, row, myVote, isOwn } = item;
  const confirmed = row?.ex?.bn ?? 0;
  const isEnded = chat !== undefined && isOver({ set: chat.meta.set });
  const remind = async (): Promise<void> => {
    if (seq === undefined || isBusy) return;
    setBusy(true);
    const answer = await services.rpc('confirm.nudge', { c, s: seq, op: services.newOp() });
    setBusy(false);
    if (answer.ok) on.say(t('confirm.reminded', { count: answer.data.left }));
    else if (answer.code === 'SLOW' && answer.retry !== undefined)
      on.say(t('confirm.soon', { count: Math.max(1, Math.ceil(answer.retry / minuteMs)) }), true);
    else if (answer.code === 'FULL') on.say(t('confirm.full'), true);
    else on.say(problemText(t, answer), true);
  };
  const isConfirmed = (myVote ?? row?.mb ?? []).includes(0);
  // Rooms have no marks of their own to set; and when everybody has confirmed nobody is left to be reminded.
  const canRemind =
    seq !== undefined &&
    look.isLive &&
    !isEnded &&
    chat?.meta.parent === undefined &&
    confirmed < (look.isDm ? 1 : (chat?.head.cnt ?? 0) - 1);
  return (
    <ConfirmLine
      t={t}
      isDm={look.isDm}
      tabIndex={tabIndex}
      state={
        isOwn
          ? {
              kind: 'mine',
              read: seq === undefined ? 0 : (readCountAt(look.receipts, seq) ?? 0),
              confirmed,
              canRemind,
              isBusy,
            }
          : {
              kind: 'asked',
              isConfirmed,
              isWaiting: myVote !== undefined && !look.isLive,
              canConfirm: seq !== undefined && !isEnded,
            }
      }
      onConfirm={() => seq !== undefined && void services.commands.setVote({ c, s: seq, o: [0] })}
      onRemind={() => void remind()}
    />
  );
}
