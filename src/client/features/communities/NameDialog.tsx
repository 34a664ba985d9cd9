import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { checkMemberName, communityLimits } from '#domain/communityRules.ts';
import { FormDialog } from '#client/parts/FormDialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { memberNameText } from './memberNameText.ts';

export type NameDialogProps = {
  name: string;
  /** my picture here, and what can be done about it */
  picture?: ReactNode;
  isBusy: boolean;
  /** the name that somebody here has already */
  taken: string | undefined;
  problem: string | undefined;
  onSave: (name: string) => void;
  onClose: () => void;
};

/** Changes the name and the picture by which others know me in one community. */
export function NameDialog({ name: first, picture, isBusy, taken, problem, onSave, onClose }: NameDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(first);
  const [isAsked, setAsked] = useState(false);
  const checked = checkMemberName(name);
  const error = name === taken ? t('error.NAME_TAKEN') : isAsked ? memberNameText(t, checked.problem) : undefined;
  return (
    <FormDialog
      title={t('community.name.title')}
      submitLabel={t('common.save')}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => {
        setAsked(true);
        if (checked.problem === undefined) onSave(checked.value);
      }}
      onClose={onClose}
      above={picture}
    >
      <TextField
        label={t('community.name.label')}
        hint={t('community.name.hint', { count: communityLimits.name })}
        value={name}
        onChange={setName}
        autoComplete="off"
        hasAutoFocus
        {...(error === undefined ? {} : { error })}
      />
    </FormDialog>
  );
}
