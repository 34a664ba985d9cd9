import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldLimits } from '#domain/accountRules.ts';
import { FormDialog } from '#client/parts/FormDialog.tsx';
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
  const text = value.trim();
  const wrong =
    text.length > fieldLimits.aboutMax ? t('guard.info.aboutLong', { count: fieldLimits.aboutMax }) : undefined;
  return (
    <FormDialog
      title={t('guard.info.editAbout')}
      submitLabel={t('common.save')}
      canSubmit={wrong === undefined}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => onSave(text)}
      onClose={onClose}
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
    </FormDialog>
  );
}
