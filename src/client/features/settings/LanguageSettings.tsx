import { useTranslation } from 'react-i18next';
import { languageNames } from '#client/locales/languageNames.ts';
import { RadioGroup } from '#client/ui/RadioGroup.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';

export type LanguageSettingsProps = {
  /** the chosen language; undefined follows the browser */
  chosen: string | undefined;
  /** the language on screen, in its own words */
  shownName: string;
  onChange: (language: string | undefined) => void;
};

/** The language of the app, on this device. */
export function LanguageSettings({ chosen, shownName, onChange }: LanguageSettingsProps) {
  const { t } = useTranslation();
  const options = [
    {
      value: 'system',
      label: t('settings.language.system'),
      ...(chosen === undefined ? { detail: t('settings.language.systemDetail', { name: shownName }) } : {}),
    },
    ...languageNames.map(({ tag, name }) => ({ value: tag as string, label: name, lang: tag })),
  ];
  return (
    <SettingsGroup title={t('settings.language.title')} text={t('settings.language.text')}>
      <div className="px-4 py-2">
        <RadioGroup
          label={t('settings.language.title')}
          isLabelHidden
          options={options}
          value={chosen ?? 'system'}
          onChange={(value) => onChange(value === 'system' ? undefined : value)}
        />
      </div>
    </SettingsGroup>
  );
}
