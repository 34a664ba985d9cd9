import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textMax } from '#domain/chatTraits.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
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
  const form = useId();
  const [text, setText] = useState(first);
  const isBlank = text.trim() === '';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('later.edit')}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={form} isDisabled={isBlank} isBusy={isBusy}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBlank && !isBusy) onSave(text);
        }}
      >
        <TextArea label={t('tray.editLabel')} value={text} onChange={setText} maxLength={textMax} />
        <p role="alert" className="mt-2 text-13 text-danger empty:hidden">
          {problem}
        </p>
      </form>
    </Dialog>
  );
}
