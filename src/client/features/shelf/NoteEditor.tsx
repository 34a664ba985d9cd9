import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shelfNoteMax } from '#domain/shelfRules.ts';
import { FormDialog } from '#client/parts/FormDialog.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';

export type NoteEditorProps = {
  /** what stands there at first: the note, or what was being written */
  text: string;
  isNew: boolean;
  isBusy: boolean;
  problem?: string | undefined;
  /** What is being written, a moment after the last key: it is there again when the window is opened the next time. */
  onDraft: (text: string) => void;
  onSave: (text: string) => void;
  onClose: () => void;
};

/** Fewer characters left than this are told. */
const nearEnd = 500;
/** How long after the last key what is written is kept, ms. */
const restMs = 400;

/** Where a note for everybody in the chat is written. */
export function NoteEditor({ text: first, isNew, isBusy, problem, onDraft, onSave, onClose }: NoteEditorProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(first);
  const left = shelfNoteMax - text.length;
  useEffect(() => {
    if (text === first) return undefined;
    const timer = setTimeout(() => onDraft(text), restMs);
    return () => clearTimeout(timer);
    // Only the words start the clock anew: who hears of them may be a new function each time.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  const close = (): void => {
    if (text !== first) onDraft(text);
    onClose();
  };
  return (
    <FormDialog
      title={t(isNew ? 'shelf.note.new' : 'shelf.note.edit')}
      submitLabel={t('shelf.note.save')}
      canSubmit={text.trim() !== ''}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => onSave(text.trim())}
      onClose={close}
    >
      <TextArea
        label={t('shelf.note.label')}
        value={text}
        onChange={setText}
        minRows={6}
        maxRows={14}
        maxLength={shelfNoteMax}
        hint={left < nearEnd ? t('shelf.note.left', { count: left }) : t('shelf.note.hint')}
      />
    </FormDialog>
  );
}
