import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  checkFounding,
  communityLimits,
  joinWays,
  topics,
  type Founding,
  type FoundingInput,
  type FoundingProblems,
} from '#domain/communityRules.ts';
import type { Translate } from '#client/parts/systemText.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { RadioGroup } from '#client/ui/RadioGroup.tsx';
import { Select } from '#client/ui/Select.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Switch } from '#client/ui/Switch.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { TextField } from '#client/ui/TextField.tsx';

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

/** Everything a new community begins with. All of it but the history window can be changed later. */
export function FoundForm({ isBusy, problem, onFound, onClose }: FoundFormProps) {
  const { t } = useTranslation();
  const [form, setForm] = useState(blank);
  const [isAsked, setAsked] = useState(false);
  const id = useId();
  const { problems, input } = checkFounding(form);
  const set =
    <Field extends keyof Founding>(field: Field) =>
    (value: Founding[Field]) =>
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
        <About form={form} set={set} errors={errors} />
        <Joining form={form} set={set} errors={errors} />
        <Bounds form={form} set={set} errors={errors} />
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

function focusFirstWrong(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

type PartProps = {
  form: Founding;
  set: <Field extends keyof Founding>(field: Field) => (value: Founding[Field]) => void;
  errors: FoundingProblems;
};

function About({ form, set, errors }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('founding.name')}
        hint={t('founding.nameHint', { count: communityLimits.title })}
        value={form.title}
        onChange={set('title')}
        autoComplete="off"
        hasAutoFocus
        {...toError(t, errors.title, communityLimits.title)}
      />
      <TextArea
        label={t('founding.about')}
        hint={t('founding.left', { used: form.about.trim().length, most: communityLimits.about })}
        value={form.about}
        onChange={set('about')}
        {...toError(t, errors.about, communityLimits.about)}
      />
      <Select<Founding['topic']>
        label={t('founding.topic')}
        value={form.topic}
        onChange={set('topic')}
        options={[
          { value: '', label: t('founding.noTopic') },
          ...topics.map((value) => ({ value, label: t(`community.topic.${value}`) })),
        ]}
      />
      <TextArea
        label={t('community.rules')}
        hint={t('founding.rulesHint')}
        value={form.rules}
        onChange={set('rules')}
        {...toError(t, errors.rules, communityLimits.rules)}
      />
      <TextField
        label={t('community.name.label')}
        hint={t('community.name.hint', { count: communityLimits.name })}
        value={form.name}
        onChange={set('name')}
        autoComplete="off"
        {...toError(t, errors.name, communityLimits.name)}
      />
    </>
  );
}

function Joining({ form, set, errors }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <RadioGroup
        label={t('founding.join')}
        value={form.join}
        onChange={set('join')}
        options={joinWays.map((value) => ({
          value,
          label: t(`discover.way.${value}`),
          detail: t(`community.join.${value}`),
        }))}
      />
      {form.join === 'code' && (
        <TextField
          label={t('discover.code')}
          hint={t('founding.codeHint', { least: communityLimits.codeMin, most: communityLimits.codeMax })}
          value={form.code}
          onChange={set('code')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...toError(t, errors.code, errors.code === 'short' ? communityLimits.codeMin : communityLimits.codeMax)}
        />
      )}
      {form.join === 'approval' && (
        <TextField
          label={t('founding.question')}
          hint={t('founding.questionHint')}
          value={form.question}
          onChange={set('question')}
          autoComplete="off"
          {...toError(t, errors.question, communityLimits.ask)}
        />
      )}
      <SettingsGroup>
        <SettingsRow
          title={t('founding.listed')}
          detail={t('founding.listedDetail')}
          control={<Switch isOn={form.isListed} onChange={set('isListed')} />}
        />
        <SettingsRow
          title={t('founding.readable')}
          detail={t('founding.readableDetail')}
          control={<Switch isOn={form.isReadable} onChange={set('isReadable')} />}
        />
      </SettingsGroup>
    </>
  );
}

function Bounds({ form, set, errors }: PartProps) {
  const { t } = useTranslation();
  const { capMin, capMax, histMax } = communityLimits;
  const days = t('founding.daysHint', { most: histMax });
  const cap = t('founding.capHint', { least: capMin, most: capMax });
  return (
    <div className="grid grid-cols-1 gap-5 min-[440px]:grid-cols-2">
      <TextField
        label={t('founding.days')}
        hint={days}
        value={form.days}
        onChange={set('days')}
        autoComplete="off"
        {...(errors.days ? { error: days } : {})}
      />
      <TextField
        label={t('founding.cap')}
        hint={cap}
        value={form.cap}
        onChange={set('cap')}
        autoComplete="off"
        {...(errors.cap ? { error: cap } : {})}
      />
    </div>
  );
}

function toError(
  t: Translate,
  problem: FoundingProblems[keyof FoundingProblems],
  count: number,
): { error: string } | object {
  return problem === undefined || problem === 'range' ? {} : { error: t(`founding.problem.${problem}`, { count }) };
}
