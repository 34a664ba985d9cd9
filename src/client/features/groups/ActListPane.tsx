import { useTranslation } from 'react-i18next';
import { useServices } from '#client/context.ts';
import { ActList } from './ActList.tsx';
import { actRows, type ActRow } from './actRows.ts';
import type { GroupChat } from './GroupChat.ts';
import { useActs } from './useActs.ts';
import { useGroupChange } from './useGroupChange.ts';

export type ActListPaneProps = {
  chat: GroupChat;
  nameOf: (mid: number) => string;
  /** a question is open: when it closes, the list is asked for anew */
  isAsking: boolean;
  onAsk: (what: 'approve' | 'undo', act: ActRow) => void;
};

/** Acts of a chat that I may decide about, as the server knows them. */
export function ActListPane({ chat, nameOf, isAsking, onAsk }: ActListPaneProps) {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const change = useGroupChange();
  const { acts, reload } = useActs(chat, isAsking);
  const rows = actRows(t, { acts, me: chat.me.mid, nameOf, language: i18n.language });
  return (
    <ActList
      rows={rows}
      isBusy={change.isBusy}
      problem={change.problem}
      onApprove={(act) => onAsk('approve', act)}
      onUndo={(act) => onAsk('undo', act)}
      onRefuse={({ id }) =>
        void change.run(() => services.rpc('act.decide', { c: chat.c, id, ok: false, op: services.newOp() }), reload)
      }
    />
  );
}
