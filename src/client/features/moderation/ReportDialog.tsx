import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportReason } from '#protocol/entities/moderation.ts';
import { moderationLimits, reportChoices } from '#domain/moderation/moderationChoices.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { RadioGroup } from '#client/ui/RadioGroup.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { SentFormDialog } from '#client/parts/SentFormDialog.tsx';

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
  const [reason, setReason] = useState<ReportReason>('spam');
  const [note, setNote] = useState('');
  return (
    <SentFormDialog
      title={name === undefined ? t('moderation.report.title') : t('order.report.member', { name })}
      sendLabel={t('moderation.report.send')}
      sentText={t('moderation.report.sent')}
      isSent={isSent}
      isBusy={isBusy}
      onSend={() => onSend({ reason, note: note.trim() })}
      onClose={onClose}
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
    </SentFormDialog>
  );
}
