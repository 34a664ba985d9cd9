import { useTranslation } from 'react-i18next';
import type { ManifestProblems } from '#domain/checkManifest.ts';
import { emptyTexts, makerChoices, makerLimits, type ManifestForm } from '#domain/manifestForms.ts';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Switch } from '#client/ui/Switch.tsx';
import { TextsField } from './TextsField.tsx';

export type ScopeFieldsProps = {
  scopes: ManifestForm['scopes'];
  problems: ManifestProblems;
  onChange: (scopes: ManifestForm['scopes']) => void;
};

/** What an app may ask people for, each with the reason they will read. Everything is off until the maker turns it on. */
export function ScopeFields({ scopes, problems, onChange }: ScopeFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="[&>section]:mb-0">
      <SettingsGroup>
        {makerChoices.scopes.map((scope) => {
          const reason = scopes[scope];
          const { [scope]: _off, ...rest } = scopes;
          return (
            <SettingsRow
              key={scope}
              title={t(`makers.scope.${scope}.title`)}
              detail={t(`makers.scope.${scope}.text`)}
              control={
                <Switch
                  isOn={reason !== undefined}
                  onChange={(isOn) => onChange(isOn ? { ...rest, [scope]: emptyTexts() } : rest)}
                />
              }
              below={
                reason && (
                  <div className="pt-3">
                    <TextsField
                      label={t('makers.edit.reason')}
                      hint={t('makers.edit.reasonHint')}
                      value={reason}
                      most={makerLimits.reason}
                      problems={{
                        en: problems[`scopes.${scope}.en`],
                        id: problems[`scopes.${scope}.id`],
                        ja: problems[`scopes.${scope}.ja`],
                        ko: problems[`scopes.${scope}.ko`],
                        'zh-TW': problems[`scopes.${scope}.zh-TW`],
                      }}
                      onChange={(next) => onChange({ ...scopes, [scope]: next })}
                    />
                  </div>
                )
              }
            />
          );
        })}
      </SettingsGroup>
    </div>
  );
}
