import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportReason } from '#protocol/entities/moderation.ts';
import { moderationLimits, reportChoices } from '#domain/moderation/moderationChoices.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { RadioGroup } from '#client/ui/RadioGroup.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';

export type ReportDialogProps = {
  /** the member's name; absent when a message is reported */
  name?: string | undefined;
  isBusy: boolean;
  isSent: boolean;
  problem: string | undefined;
  onSend: (report: { reason: ReportReason; note: string }) => void;
  onClose: () => void;
};

/** Asks what is wrong with a message or member. */
export function ReportDialog({ name, isBusy, isSent, problem, onSend, onClose }: ReportDialogProps) {
  const { t } = useTranslation();
  const form = useId();
  const [reason, setReason] = useState<ReportReason>('spam');
  const [note, setNote] = useState('');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={name === undefined ? t('moderation.report.title') : t('order.report.member', { name })}
      closeLabel={t('common.close')}
      actions={
        isSent ? (
          <Button onClick={onClose}>{t('common.close')}</Button>
        ) : (
          <>
            <Button kind="quiet" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" form={form} isBusy={isBusy}>
              {t('moderation.report.send')}
            </Button>
          </>
        )
      }
    >
      {isSent ? (
        <Banner tone="ok" role="status">
          {t('moderation.report.sent')}
        </Banner>
      ) : (
        <form
          id={form}
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBusy) onSend({ reason, note: note.trim() });
          }}
        >
          {problem !== undefined && (
            <Banner tone="danger" role="alert">
              {problem}
            </Banner>
          )}
          <RadioGroup
            label={t('moderation.report.reason')}
            value={reason}
            onChange={setReason}
            options={reportChoices.map((value) => ({ value, label: t(`moderation.why.${value}`) }))}
          />
          <TextArea
            label={t('moderation.report.note')}
            hint={t('moderation.report.hidden')}
            value={note}
            onChange={setNote}
            maxLength={moderationLimits.note}
          />
        </form>
      )}
    </Dialog>
  );
}
