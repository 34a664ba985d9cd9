import { useTranslation } from 'react-i18next';
import { useServices } from '#client/context.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import type { GroupChat } from './GroupChat.ts';
import { useGroupChange } from './useGroupChange.ts';

export type CloseQuestionProps = { chat: GroupChat; title: string; onClose: () => void };

/** Asks before the owner of a community ends it for everybody. */
export function CloseQuestion({ chat, title, onClose }: CloseQuestionProps) {
  const { t } = useTranslation();
  const services = useServices();
  const change = useGroupChange();
  return (
    <ConfirmDialog
      isOpen
      title={t('guard.close.title', { title })}
      text={t('guard.close.text')}
      confirmLabel={t('guard.close.confirm')}
      cancelLabel={t('common.cancel')}
      isBusy={change.isBusy}
      {...(change.problem === undefined ? {} : { error: change.problem })}
      onConfirm={() =>
        void change.run(() => services.rpc('community.close', { c: chat.c, op: services.newOp() }), onClose)
      }
      onCancel={onClose}
    />
  );
}
