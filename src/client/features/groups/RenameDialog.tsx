import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkGroupTitle, fieldLimits } from '#domain/accountRules.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
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
  const form = useId();
  const checked = checkGroupTitle(value);
  const wrong =
    checked.problem === 'long'
      ? t('groups.new.nameLong', { count: fieldLimits.groupTitleMax })
      : checked.problem && t('groups.new.nameMissing');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('groups.info.rename')}
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
          if (wrong === undefined && !isBusy) onSave(checked.value);
        }}
      >
        <TextField
          label={t('groups.new.nameLabel')}
          hint={t('groups.new.nameHint')}
          value={value}
          onChange={setValue}
          autoComplete="off"
          hasAutoFocus
          {...((wrong ?? problem) ? { error: wrong ?? problem ?? '' } : {})}
        />
      </form>
    </Dialog>
  );
}
