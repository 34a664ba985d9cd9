import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SentFormDialog } from '#client/parts/SentFormDialog.tsx';
import { Banner } from '#client/ui/Banner.tsx';
import { RadioGroup } from '#client/ui/RadioGroup.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { appReportChoices, appReportNoteMax, type AppReportReason } from './appReportChoices.ts';

export type AppReportDialogProps = {
  /** the app's name */
  name: string;
  isBusy: boolean;
  isSent: boolean;
  /** why it could not be sent, in words */
  problem: string | undefined;
  onSend: (report: { reason: AppReportReason; note: string }) => void;
  onClose: () => void;
};

/** Asks what is wrong with an app, for the people who run this installation. */
export function AppReportDialog({ name, isBusy, isSent, problem, onSend, onClose }: AppReportDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<AppReportReason>('deceives');
  const [note, setNote] = useState('');
  return (
    <SentFormDialog
      title={t('apps.report.title', { name })}
      sendLabel={t('apps.report.send')}
      sentText={t('apps.report.sent')}
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
        label={t('apps.report.reason')}
        value={reason}
        onChange={setReason}
        options={appReportChoices.map((value) => ({ value, label: t(`apps.report.why.${value}`) }))}
      />
      <TextArea
        label={t('apps.report.note')}
        hint={t('apps.report.hint')}
        value={note}
        onChange={setNote}
        maxLength={appReportNoteMax}
      />
    </SentFormDialog>
  );
}
