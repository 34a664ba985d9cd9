import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import type { GroupChat } from './GroupChat.ts';
import { useGroupChange } from './useGroupChange.ts';
import { WaitingNote } from './WaitingNote.tsx';

export type RemoveManyQuestionProps = {
  chat: GroupChat;
  title: string;
  members: readonly { id: number; name: string }[];
  /** they are out, or wait to be */
  onDone: () => void;
  onClose: () => void;
};

/** Asks before several people are removed at once, and says when that waits for a second admin. */
export function RemoveManyQuestion({ chat, title, members, onDone, onClose }: RemoveManyQuestionProps) {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const change = useGroupChange();
  const isDelayed = useRef(false);
  const [isWaiting, setWaiting] = useState(false);
  const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const ask = async () => {
    const ids = members.map(({ id }) => id as MemberId);
    const answer = await services.rpc('chat.kick', { c: chat.c, members: ids, op: services.newOp() });
    isDelayed.current = answer.ok && answer.data.act !== undefined;
    return answer;
  };
  if (isWaiting) return <WaitingNote count={members.length} onClose={onClose} />;
  return (
    <ConfirmDialog
      isOpen
      title={t('guard.removeMany.title', { count: members.length })}
      text={
        <>
          <p className="line-clamp-4 text-ink">{names.format(members.map(({ name }) => name))}</p>
          <p className="mt-2">{t('guard.removeMany.text', { title })}</p>
        </>
      }
      confirmLabel={t('guard.removeMany.confirm')}
      cancelLabel={t('common.cancel')}
      isBusy={change.isBusy}
      {...(change.problem === undefined ? {} : { error: change.problem })}
      onConfirm={() =>
        void change.run(ask, () => {
          onDone();
          if (isDelayed.current) setWaiting(true);
          else onClose();
        })
      }
      onCancel={onClose}
    />
  );
}
