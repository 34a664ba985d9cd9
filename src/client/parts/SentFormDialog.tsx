import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { FormDialog } from './FormDialog.tsx';

export type SentFormDialogProps = {
  title: string;
  /** on the button that sends */
  sendLabel: string;
  /** said when it is sent, in the place of the form */
  sentText: string;
  isSent: boolean;
  isBusy: boolean;
  /** whether there is enough to send */
  canSend?: boolean;
  onSend: () => void;
  onClose: () => void;
  /** the fields */
  children: ReactNode;
};

/** A form in a dialog that says at its end that the text has arrived. */
export function SentFormDialog(props: SentFormDialogProps) {
  const { title, sendLabel, sentText, isSent, isBusy, canSend = true, onSend, onClose, children } = props;
  const { t } = useTranslation();
  if (!isSent)
    return (
      <FormDialog
        title={title}
        submitLabel={sendLabel}
        canSubmit={canSend}
        isBusy={isBusy}
        onSubmit={onSend}
        onClose={onClose}
      >
        {children}
      </FormDialog>
    );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      closeLabel={t('common.close')}
      actions={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      <Banner tone="ok" role="status">
        {sentText}
      </Banner>
    </Dialog>
  );
}
