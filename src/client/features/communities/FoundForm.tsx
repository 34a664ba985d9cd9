import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  checkFounding,
  communityLimits,
  type Founding,
  type FoundingInput,
  type PlaceForm,
} from '#domain/communityRules.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { AboutFields } from './fields/AboutFields.tsx';
import { BoundFields } from './fields/BoundFields.tsx';
import { fieldError } from './fields/fieldError.ts';
import { JoinFields } from './fields/JoinFields.tsx';
import { focusFirstWrong } from './focusFirstWrong.ts';

export type FoundFormProps = {
  isBusy: boolean;
  /** why it did not work, in words */
  problem: string | undefined;
  onFound: (input: FoundingInput) => void;
  onClose: () => void;
};

const blank: Founding = {
  ...{ title: '', about: '', rules: '', topic: '', name: '', code: '', question: '' },
  ...{ isListed: true, isReadable: false, join: 'open', days: '180', cap: '5000' },
};

/** Everything a new community begins with. All of it can be changed later. */
export function FoundForm({ isBusy, problem, onFound, onClose }: FoundFormProps) {
  const { t } = useTranslation();
  const [form, setForm] = useState(blank);
  const [isAsked, setAsked] = useState(false);
  const id = useId();
  const { problems, input } = checkFounding(form);
  const set =
    <Field extends keyof PlaceForm>(field: Field) =>
    (value: PlaceForm[Field]) =>
      setForm((before) => ({ ...before, [field]: value }));
  const errors = isAsked ? problems : {};
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('founding.title')}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={id} isBusy={isBusy}>
            {t('founding.create')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        className="grid grid-cols-1 gap-5 pt-1"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (input && !isBusy) onFound(input);
          // The first field that is wrong takes the focus, once it says what is wrong.
          else if (!input) focusFirstWrong(event.currentTarget);
        }}
      >
        <AboutFields form={form} set={set} errors={errors} hasAutoFocus />
        <TextField
          label={t('community.name.label')}
          hint={t('community.name.hint', { count: communityLimits.name })}
          value={form.name}
          onChange={(name) => setForm((before) => ({ ...before, name }))}
          autoComplete="off"
          {...fieldError(t, errors.name, communityLimits.name)}
        />
        <JoinFields form={form} set={set} errors={errors} />
        <BoundFields form={form} set={set} errors={errors} />
        {isAsked && !input && (
          <p role="alert" className="text-13 text-danger">
            {t('founding.check')}
          </p>
        )}
      </form>
      {problem && (
        <div className="mt-4">
          <Banner role="alert">{problem}</Banner>
        </div>
      )}
    </Dialog>
  );
}
