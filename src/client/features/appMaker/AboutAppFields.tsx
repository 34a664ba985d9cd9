import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManifestProblems } from '#domain/checkManifest.ts';
import { makerChoices, makerLimits, type ManifestForm } from '#domain/manifestForms.ts';
import { RadioGroup } from '#client/ui/RadioGroup.tsx';
import { Select } from '#client/ui/Select.tsx';
import { TextsField } from './TextsField.tsx';

export type AboutAppFieldsProps = {
  form: Pick<ManifestForm, 'names' | 'about' | 'category' | 'view'>;
  problems: ManifestProblems;
  /** the icon, which is sent by itself */
  icon: ReactNode;
  onChange: (change: Partial<ManifestForm>) => void;
};

/** How people see the app before they open it, and how much room it takes then. */
export function AboutAppFields({ form, problems, icon, onChange }: AboutAppFieldsProps) {
  const { t } = useTranslation();
  const problemsOf = (part: 'names' | 'about') => ({
    en: problems[`${part}.en`],
    id: problems[`${part}.id`],
    ja: problems[`${part}.ja`],
    ko: problems[`${part}.ko`],
    'zh-TW': problems[`${part}.zh-TW`],
  });
  return (
    <>
      {icon}
      <TextsField
        label={t('makers.edit.name')}
        hint={t('makers.edit.most', { count: makerLimits.name })}
        value={form.names}
        most={makerLimits.name}
        problems={problemsOf('names')}
        onChange={(names) => onChange({ names })}
      />
      <TextsField
        label={t('makers.edit.about')}
        hint={t('makers.edit.most', { count: makerLimits.about })}
        value={form.about}
        most={makerLimits.about}
        problems={problemsOf('about')}
        onChange={(about) => onChange({ about })}
      />
      <Select
        label={t('makers.edit.category')}
        value={form.category}
        onChange={(category) => onChange({ category })}
        options={makerChoices.categories.map((value) => ({ value, label: t(`makers.category.${value}`) }))}
      />
      <RadioGroup
        label={t('makers.edit.view')}
        value={form.view}
        onChange={(view) => onChange({ view })}
        options={makerChoices.views.map((value) => ({
          value,
          label: t(`makers.view.${value}.title`),
          detail: t(`makers.view.${value}.text`),
        }))}
      />
    </>
  );
}
