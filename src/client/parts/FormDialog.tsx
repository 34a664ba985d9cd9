import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';

export type FormDialogProps = {
  title: string;
  submitLabel: string;
  /** of the submitting button; see `Button` */
  submitKind?: 'filled' | 'danger';
  /** whether there is enough to submit */
  canSubmit?: boolean;
  isBusy?: boolean;
  /** why it did not work, where no field says it */
  problem?: string | undefined;
  onSubmit: () => void;
  onClose: () => void;
  /** stands above the form and is no part of it: what is saved by itself */
  above?: ReactNode;
  /** the fields */
  children: ReactNode;
};

/** A form in a dialog: Enter and the button submit it, nothing is submitted twice. */
export function FormDialog(props: FormDialogProps) {
  const { title, submitLabel, submitKind = 'filled', canSubmit = true, isBusy = false, problem } = props;
  const { onSubmit, onClose, above, children } = props;
  const { t } = useTranslation();
  const form = useId();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button kind={submitKind} type="submit" form={form} isBusy={isBusy} isDisabled={!canSubmit}>
            {submitLabel}
          </Button>
        </>
      }
    >
      {above && <div className="mb-4">{above}</div>}
      <form
        id={form}
        noValidate
        className="grid grid-cols-1 gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (canSubmit && !isBusy) onSubmit();
        }}
      >
        {children}
        <p role="alert" className="text-13 text-danger empty:hidden">
          {problem}
        </p>
      </form>
    </Dialog>
  );
}
