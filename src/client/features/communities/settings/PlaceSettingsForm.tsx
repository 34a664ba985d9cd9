import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundingProblems, PlaceForm } from '#domain/communityRules.ts';
import type { SettingsForm } from '#domain/checkSettings.ts';
import { SaveBar } from '#client/parts/SaveBar.tsx';
import { Banner } from '#client/ui/Banner.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Switch } from '#client/ui/Switch.tsx';
import { AboutFields } from '../fields/AboutFields.tsx';
import { BoundFields } from '../fields/BoundFields.tsx';
import { JoinFields } from '../fields/JoinFields.tsx';
import { focusFirstWrong } from '../focusFirstWrong.ts';

export type PlaceSettingsFormProps = {
  form: SettingsForm;
  errors: FoundingProblems;
  /** what I may change: name and description, the switches, how many there can be */
  may: { rename: boolean; settings: boolean; cap: boolean };
  /** the picture, where I may change it */
  picture: ReactNode;
  isDirty: boolean;
  isBusy: boolean;
  isSaved: boolean;
  /** why it did not work, in words */
  problem: string | undefined;
  onChange: (change: Partial<SettingsForm>) => void;
  onSave: () => void;
  onDiscard: () => void;
};

/** Everything about a community that those who run it can change, on one page; nothing changes before it is saved. */
export function PlaceSettingsForm(props: PlaceSettingsFormProps) {
  const { form, errors, may, picture, isDirty, isBusy, isSaved, problem, onChange, onSave, onDiscard } = props;
  const { t } = useTranslation();
  const id = useId();
  const set =
    <Field extends keyof PlaceForm>(field: Field) =>
    (value: PlaceForm[Field]) =>
      onChange({ [field]: value });
  const isWrong = Object.keys(errors).length > 0;
  const shared = { form, set, errors };
  return (
    <form
      id={id}
      noValidate
      className="mx-auto grid w-full max-w-[600px] grid-cols-1 gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onSave();
        focusFirstWrong(event.currentTarget);
      }}
    >
      <Part title={t('placeSettings.about')}>
        {picture}
        <AboutFields {...shared} hasNames={may.rename} hasSwitches={may.settings} />
      </Part>
      {may.settings && (
        <Part title={t('placeSettings.joining')}>
          <JoinFields {...shared} />
        </Part>
      )}
      {(may.settings || may.cap) && (
        <Part title={t('placeSettings.inside')}>
          <BoundFields {...shared} hasDays={may.settings} hasCap={may.cap} />
          {may.settings && (
            <SettingsGroup>
              <SettingsRow
                title={t('placeSettings.lines')}
                detail={t('placeSettings.linesDetail')}
                control={<Switch isOn={form.hasLines} onChange={(hasLines) => onChange({ hasLines })} />}
              />
            </SettingsGroup>
          )}
        </Part>
      )}
      {problem !== undefined && (
        <Banner tone="danger" role="alert">
          {problem}
        </Banner>
      )}
      {isSaved && !isDirty && (
        <Banner tone="ok" role="status">
          {t('saving.saved')}
        </Banner>
      )}
      {(isDirty || isWrong) && (
        <SaveBar
          text={isWrong ? t('founding.check') : t('saving.unsaved')}
          form={id}
          isBusy={isBusy}
          onDiscard={onDiscard}
        />
      )}
    </form>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid grid-cols-1 gap-5 rounded-card bg-surface-raised p-5 shadow-edge [--plane:var(--surface-raised)] [&>section]:mb-0">
      <h2 className="text-17 font-[650]">{title}</h2>
      {children}
    </section>
  );
}
