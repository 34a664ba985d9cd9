import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldLimits } from '#domain/accountRules.ts';
import { FormDialog } from '#client/parts/FormDialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';

export type AliasDialogProps = {
  /** how they call themselves */
  ownName: string;
  alias: string;
  /** the new word for them; empty takes it back */
  onSave: (alias: string) => void;
  onClose: () => void;
};

/** Asks for the name that only I see. */
export function AliasDialog({ ownName, alias, onSave, onClose }: AliasDialogProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState(alias);
  return (
    <FormDialog
      title={t('person.aliasTitle')}
      submitLabel={t('common.save')}
      onSubmit={() => onSave(value.trim())}
      onClose={onClose}
    >
      <TextField
        label={t('person.aliasLabel', { name: ownName })}
        placeholder={ownName}
        hint={t('person.aliasHint')}
        value={value}
        onChange={setValue}
        maxLength={fieldLimits.aliasMax}
        autoComplete="off"
        hasAutoFocus
      />
    </FormDialog>
  );
}
