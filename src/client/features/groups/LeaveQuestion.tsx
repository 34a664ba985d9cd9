import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPlace } from '#domain/chatTraits.ts';
import { useServices } from '#client/context.ts';
import { Button } from '#client/ui/Button.tsx';
import { Checkbox } from '#client/ui/Checkbox.tsx';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import type { GroupChat } from './GroupChat.ts';
import { useGroupChange } from './useGroupChange.ts';

export type LeaveQuestionProps = { chat: GroupChat; title: string; isOwner: boolean; onClose: () => void };

/** Asks before somebody leaves, with a line about it or quietly. The owner of a community is told to hand it over first. */
export function LeaveQuestion({ chat, title, isOwner, onClose }: LeaveQuestionProps) {
  const { t } = useTranslation();
  const services = useServices();
  const change = useGroupChange();
  const [isQuiet, setQuiet] = useState(false);
  const question = t('groups.leaveAsk.title', { title });
  if (isOwner && isPlace(chat.kind) && chat.head.cnt > 1) {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={question}
        closeLabel={t('common.close')}
        actions={<Button onClick={onClose}>{t('common.close')}</Button>}
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
