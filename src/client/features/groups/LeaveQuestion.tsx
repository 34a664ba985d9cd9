import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPlace } from '#domain/chatTraits.ts';
import { isOver } from '#domain/permissions.ts';
import { useServices } from '#client/context.ts';
import { Button } from '#client/ui/Button.tsx';
import { Checkbox } from '#client/ui/Checkbox.tsx';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { CloseQuestion } from './CloseQuestion.tsx';
import type { GroupChat } from './GroupChat.ts';
import { useGroupChange } from './useGroupChange.ts';

export type LeaveQuestionProps = {
  chat: GroupChat;
  title: string;
  isOwner: boolean;
  toMembers?: () => void;
  onClose: () => void;
};

/** Asks before somebody leaves, with a line about it or quietly. The owner of a community hands it over or closes it first. */
export function LeaveQuestion({ chat, title, isOwner, toMembers, onClose }: LeaveQuestionProps) {
  const { t } = useTranslation();
  const services = useServices();
  const change = useGroupChange();
  const [isQuiet, setQuiet] = useState(false);
  const question = t('groups.leaveAsk.title', { title });
  const [isEnding, setEnding] = useState(false);
  if (isEnding) return <CloseQuestion chat={chat} title={title} onClose={onClose} />;
  if (isOwner && isPlace(chat.kind) && chat.head.cnt > 1 && !isOver({ set: chat.meta.set })) {
    const handOver = () => {
      onClose();
      toMembers?.();
    };
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={question}
        closeLabel={t('common.close')}
        actions={
          <>
            <Button kind="quiet" onClick={() => setEnding(true)}>
              {t('guard.leave.end')}
            </Button>
            <Button onClick={handOver}>{t('guard.leave.handOver')}</Button>
          </>
        }
      >
        {t('guard.leave.handOverFirst')}
      </Dialog>
    );
  }
  const leave = () =>
    services.rpc('chat.leave', { c: chat.c, op: services.newOp(), ...(isQuiet ? { quiet: true } : {}) });
  return (
    <ConfirmDialog
      isOpen
      title={question}
      text={
        <>
          <p>{isOwner ? t('groups.leaveAsk.ownerText') : t('groups.leaveAsk.text')}</p>
          <div className="mt-2 text-ink">
            <Checkbox
              isTicked={isQuiet}
              onChange={setQuiet}
              label={t('guard.leave.quietly')}
              detail={t('guard.leave.quietlyDetail')}
            />
          </div>
        </>
      }
      confirmLabel={t(isPlace(chat.kind) ? 'community.leave.action' : 'groups.info.leave')}
      cancelLabel={t('common.cancel')}
      isBusy={change.isBusy}
      {...(change.problem === undefined ? {} : { error: change.problem })}
      onConfirm={() => void change.run(leave, onClose)}
      onCancel={onClose}
    />
  );
}
