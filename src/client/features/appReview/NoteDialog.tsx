import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makerLimits } from '#domain/manifestForms.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';

export type NoteDialogProps = {
  title: string;
  /** what happens then */
  text: string;
  /** the name of the act */
  confirmLabel: string;
  isBusy: boolean;
  problem: string | undefined;
  onSend: (note: string) => void;
  onClose: () => void;
};

/** A refusal with the words that the maker will read. Without words it cannot be sent: nobody can mend what nobody names. */
export function NoteDialog({ title, text, confirmLabel, isBusy, problem, onSend, onClose }: NoteDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const written = note.trim();
  const wrong = written === '' ? 'missing' : written.length > makerLimits.note ? 'long' : undefined;
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
          <Button kind="danger" type="submit" form={id} isBusy={isBusy}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (wrong === undefined && !isBusy) onSend(written);
          else event.currentTarget.querySelector('textarea')?.focus();
        }}
      >
        <p className="text-ink-soft">{text}</p>
        <TextArea
          label={t('makers.review.note')}
          hint={t('makers.review.noteHint')}
          value={note}
          onChange={setNote}
          {...(isAsked && wrong ? { error: t(`makers.problem.${wrong}`, { count: makerLimits.note }) } : {})}
        />
        {problem !== undefined && (
          <Banner tone="danger" role="alert">
            {problem}
          </Banner>
        )}
      </form>
    </Dialog>
  );
}
