import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textMax } from '#domain/chatTraits.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
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
  const form = useId();
  const [text, setText] = useState(first);
  const isBlank = text.trim() === '';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('confirm.title')}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={form} isDisabled={isBlank}>
            {t('confirm.send')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBlank) onSend(text.trim());
        }}
      >
        <TextArea
          label={t('confirm.label')}
          value={text}
          onChange={setText}
          maxLength={textMax}
          hint={t('confirm.hint')}
        />
        <p role="alert" className="mt-2 text-13 text-danger empty:hidden">
          {problem}
        </p>
      </form>
    </Dialog>
  );
}
