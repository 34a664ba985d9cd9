import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';

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
  const form = useId();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      closeLabel={t('common.close')}
      actions={
        isSent ? (
          <Button onClick={onClose}>{t('common.close')}</Button>
        ) : (
          <>
            <Button kind="quiet" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" form={form} isBusy={isBusy} isDisabled={!canSend}>
              {sendLabel}
            </Button>
          </>
        )
      }
    >
      {isSent ? (
        <Banner tone="ok" role="status">
          {sentText}
        </Banner>
      ) : (
        <form
          id={form}
          className="grid grid-cols-1 gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBusy && canSend) onSend();
          }}
        >
          {children}
        </form>
      )}
    </Dialog>
  );
}
