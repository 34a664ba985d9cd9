import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textMax } from '#domain/chatTraits.ts';
import { FormDialog } from '#client/parts/FormDialog.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';

export type AskEditorProps = {
  /** what stood in the composer */
  text: string;
  /** it could not be kept on this device */
  problem?: string | undefined;
  onSend: (text: string) => void;
  onClose: () => void;
};

/** Where a message is written that everybody is asked to confirm. Loaded when somebody wants one. */
export function AskEditor({ text: first, problem, onSend, onClose }: AskEditorProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(first);
  return (
    <FormDialog
      title={t('confirm.title')}
      submitLabel={t('confirm.send')}
      canSubmit={text.trim() !== ''}
      problem={problem}
      onSubmit={() => onSend(text.trim())}
      onClose={onClose}
    >
      <TextArea
        label={t('confirm.label')}
        value={text}
        onChange={setText}
        maxLength={textMax}
        hint={t('confirm.hint')}
      />
    </FormDialog>
  );
}
