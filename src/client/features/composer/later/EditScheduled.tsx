import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textMax } from '#domain/chatTraits.ts';
import { FormDialog } from '#client/parts/FormDialog.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';

export type EditScheduledProps = {
  text: string;
  problem?: string | undefined;
  isBusy: boolean;
  onSave: (text: string) => void;
  onClose: () => void;
};

/** Changes the text of a message that waits for its time. */
export function EditScheduled({ text: first, problem, isBusy, onSave, onClose }: EditScheduledProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(first);
  return (
    <FormDialog
      title={t('later.edit')}
      submitLabel={t('common.save')}
      canSubmit={text.trim() !== ''}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => onSave(text)}
      onClose={onClose}
    >
      <TextArea label={t('tray.editLabel')} value={text} onChange={setText} maxLength={textMax} />
    </FormDialog>
  );
}
