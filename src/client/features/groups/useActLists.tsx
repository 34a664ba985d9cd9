import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { ActList } from './ActList.tsx';
import { actRows, type ActRow } from './actRows.ts';
import type { GroupChat } from './GroupChat.ts';
import { useMakerNames } from './invite/useMakerNames.ts';
import { useActs } from './useActs.ts';
import { useGroupChange } from './useGroupChange.ts';

export interface ActListsInput {
  nameOf: (mid: number) => string;
  /** there is nothing to ask for: a 1:1 chat, one that is over, or a question about an act is open */
  isIdle: boolean;
  onAsk: (what: 'approve' | 'undo', act: ActRow) => void;
}

/** Acts of a chat that I may decide about, as the server knows them: what waits, and what can be undone. */
export function useActLists(
  chat: GroupChat,
  { nameOf, isIdle, onAsk }: ActListsInput,
): { waiting: ReactNode; done: ReactNode } {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const change = useGroupChange();
  const { acts, reload } = useActs(chat, isIdle);
  // Of a community this device holds only those whom it has seen.
  const named = useMemo(() => acts.flatMap(({ by, who = [] }) => [by, ...who].map((mid) => ({ by: mid }))), [acts]);
  const askedName = useMakerNames(chat, named);
  const roomName = (room: ChatId) => chat.meta.rooms?.find(({ c }) => c === room)?.title ?? '';
  const rows = actRows(t, {
    acts,
    me: chat.me.mid,
    nameOf: (mid) => askedName(mid) ?? nameOf(mid),
    roomName,
    language: i18n.language,
  });
  const refuse = ({ id }: ActRow) =>
    void change.run(() => services.rpc('act.decide', { c: chat.c, id, ok: false, op: services.newOp() }), reload);
  const shared = {
    isBusy: change.isBusy,
    problem: change.problem,
    onApprove: (act: ActRow) => onAsk('approve', act),
    onUndo: (act: ActRow) => onAsk('undo', act),
    onRefuse: refuse,
  };
  return {
    waiting: <ActList {...shared} rows={rows.filter(({ isWaiting }) => isWaiting)} />,
    done: <ActList {...shared} rows={rows.filter(({ isWaiting }) => !isWaiting)} />,
  };
}
