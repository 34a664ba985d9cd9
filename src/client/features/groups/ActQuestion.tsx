import { useTranslation } from 'react-i18next';
import { useServices } from '#client/context.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import type { ActRow } from './actRows.ts';
import type { GroupChat } from './GroupChat.ts';
import { useGroupChange } from './useGroupChange.ts';

export type ActQuestionProps = { what: 'approve' | 'undo'; act: ActRow; chat: GroupChat; onClose: () => void };

/** Asks before a removal that waits happens, or before an act is undone, and does it. */
export function ActQuestion({ what, act, chat, onClose }: ActQuestionProps) {
  const { t } = useTranslation();
  const services = useServices();
  const change = useGroupChange();
  const ask = () => {
    const input = { c: act.room ?? chat.c, id: act.id, op: services.newOp() };
    return what === 'undo' ? services.rpc('act.undo', input) : services.rpc('act.decide', { ...input, ok: true });
  };
  const isUndo = what === 'undo';
  return (
    <ConfirmDialog
      isOpen
      title={isUndo ? t('guard.ask.undo.title') : t('guard.ask.approve.title', { count: act.count })}
      text={
        isUndo ? (
          <>
            <b className="block font-semibold text-ink">{act.text}</b>
            {t('guard.ask.undo.text')}
          </>
        ) : (
          <>
            {t('guard.ask.approve.text', { name: act.byName })}
            {act.people !== '' && <span className="mt-2 block">{act.people}</span>}
          </>
        )
      }
      confirmLabel={t(`guard.ask.${what}.confirm`)}
      cancelLabel={t('common.cancel')}
      tone={isUndo ? 'brand' : 'danger'}
      isBusy={change.isBusy}
      {...(change.problem === undefined ? {} : { error: change.problem })}
      onConfirm={() => void change.run(ask, onClose)}
      onCancel={onClose}
    />
  );
}
