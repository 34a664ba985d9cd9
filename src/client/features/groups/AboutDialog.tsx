import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldLimits } from '#domain/accountRules.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';

export type AboutDialogProps = {
  about: string;
  isBusy: boolean;
  /** why it did not work */
  problem: string | undefined;
  onSave: (about: string) => void;
  onClose: () => void;
};

/** Asks for a chat's description; an empty one takes it away. */
export function AboutDialog({ about, isBusy, problem, onSave, onClose }: AboutDialogProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState(about);
  const form = useId();
  const text = value.trim();
  const tooLong =
    text.length > fieldLimits.aboutMax ? t('guard.info.aboutLong', { count: fieldLimits.aboutMax }) : undefined;
  const wrong = tooLong ?? problem;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('guard.info.editAbout')}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={form} isBusy={isBusy}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="pt-1"
        onSubmit={(event) => {
          event.preventDefault();
          if (tooLong === undefined && !isBusy) onSave(text);
        }}
      >
        <TextArea
          label={t('guard.info.about')}
          hint={t('guard.info.aboutHint')}
          value={value}
          onChange={setValue}
          minRows={4}
          maxRows={12}
          {...(wrong === undefined ? {} : { error: wrong })}
        />
      </form>
    </Dialog>
  );
}
