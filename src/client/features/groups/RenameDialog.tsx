import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkGroupTitle, fieldLimits } from '#domain/accountRules.ts';
import { FormDialog } from '#client/parts/FormDialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';

export type RenameDialogProps = {
  title: string;
  isBusy: boolean;
  /** why it did not work */
  problem: string | undefined;
  onSave: (title: string) => void;
  onClose: () => void;
};

/** Asks for a group's new name. */
export function RenameDialog({ title, isBusy, problem, onSave, onClose }: RenameDialogProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState(title);
  const checked = checkGroupTitle(value);
  const wrong =
    checked.problem === 'long'
      ? t('groups.new.nameLong', { count: fieldLimits.groupTitleMax })
      : checked.problem && t('groups.new.nameMissing');
  return (
    <FormDialog
      title={t('groups.info.rename')}
      submitLabel={t('common.save')}
      canSubmit={wrong === undefined}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => onSave(checked.value)}
      onClose={onClose}
    >
      <TextField
        label={t('groups.new.nameLabel')}
        hint={t('groups.new.nameHint')}
        value={value}
        onChange={setValue}
        autoComplete="off"
        hasAutoFocus
        {...(wrong ? { error: wrong } : {})}
      />
    </FormDialog>
  );
}
