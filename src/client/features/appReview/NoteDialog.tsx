import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makerLimits } from '#domain/manifestForms.ts';
import { FormDialog } from '#client/parts/FormDialog.tsx';
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
  const field = useRef<HTMLTextAreaElement>(null);
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const written = note.trim();
  const wrong = written === '' ? 'missing' : written.length > makerLimits.note ? 'long' : undefined;
  return (
    <FormDialog
      title={title}
      submitLabel={confirmLabel}
      submitKind="danger"
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => {
        setAsked(true);
        if (wrong === undefined) onSend(written);
        else field.current?.focus();
      }}
      onClose={onClose}
    >
      <p className="text-ink-soft">{text}</p>
      <TextArea
        ref={field}
        label={t('makers.review.note')}
        hint={t('makers.review.noteHint')}
        value={note}
        onChange={setNote}
        {...(isAsked && wrong ? { error: t(`makers.problem.${wrong}`, { count: makerLimits.note }) } : {})}
      />
    </FormDialog>
  );
}
