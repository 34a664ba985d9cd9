import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepNoteMax } from '#domain/keepRules.ts';
import { FormDialog } from '#client/parts/FormDialog.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';

export type NoteDialogProps = {
  text: string;
  /** a note that stands alone needs words; beside a message it may go */
  canBeEmpty: boolean;
  problem?: string | undefined;
  onSave: (text: string) => void;
  onClose: () => void;
};

/** Fewer characters left than this are told. */
const nearEnd = 500;

/** Where a note is written. */
export function NoteDialog({ text: first, canBeEmpty, problem, onSave, onClose }: NoteDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(first);
  const left = keepNoteMax - text.length;
  return (
    <FormDialog
      title={t('keep.note.title')}
      submitLabel={t('keep.note.save')}
      canSubmit={canBeEmpty || text.trim() !== ''}
      problem={problem}
      onSubmit={() => onSave(text.trim())}
      onClose={onClose}
    >
      <TextArea
        label={t('keep.note.label')}
        value={text}
        onChange={setText}
        minRows={5}
        maxRows={14}
        maxLength={keepNoteMax}
        hint={left < nearEnd ? t('keep.note.left', { count: left }) : undefined}
      />
    </FormDialog>
  );
}
