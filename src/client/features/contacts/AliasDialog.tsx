import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldLimits } from '#domain/accountRules.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
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
  const form = useId();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('person.aliasTitle')}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={form}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave(value.trim());
        }}
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
      </form>
    </Dialog>
  );
}
