import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { checkMemberName, communityLimits } from '#domain/communityRules.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
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
  const form = useId();
  const checked = checkMemberName(name);
  const error = name === taken ? t('error.NAME_TAKEN') : isAsked ? memberNameText(t, checked.problem) : undefined;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('community.name.title')}
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
      {picture && <div className="mb-5">{picture}</div>}
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (checked.problem === undefined && !isBusy) onSave(checked.value);
        }}
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
      </form>
      {problem && (
        <div className="mt-4">
          <Banner role="alert">{problem}</Banner>
        </div>
      )}
    </Dialog>
  );
}
