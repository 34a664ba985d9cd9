import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepNoteMax } from '#domain/keepRules.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
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
  const form = useId();
  const [text, setText] = useState(first);
  const isBlank = text.trim() === '';
  const left = keepNoteMax - text.length;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('keep.note.title')}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={form} isDisabled={isBlank && !canBeEmpty}>
            {t('keep.note.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBlank || canBeEmpty) onSave(text.trim());
        }}
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
        <p role="alert" className="mt-2 text-13 text-danger empty:hidden">
          {problem}
        </p>
      </form>
    </Dialog>
  );
}
