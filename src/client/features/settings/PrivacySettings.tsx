import { useTranslation } from 'react-i18next';
import { groupAddAudiences } from '#domain/groupAddRules.ts';
import { presenceAudiences } from '#domain/presenceRules.ts';
import type { PrefsState } from '#client/stores/prefsStore.ts';
import { RadioGroup } from '#client/ui/RadioGroup.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';

export type PrivacySettingsProps = {
  presence: PrefsState['presence'];
  groupAdds: PrefsState['groupAdds'];
  onChange: (change: Partial<PrefsState>) => void;
};

/** Who may see that I am here, and who may bring me into groups. */
export function PrivacySettings({ presence, groupAdds, onChange }: PrivacySettingsProps) {
  const { t } = useTranslation();
  return (
    <>
      <SettingsGroup title={t('settings.privacy.title')} text={t('settings.privacy.text')}>
        <div className="px-4 py-2">
          <RadioGroup
            label={t('settings.privacy.title')}
            isLabelHidden
            options={presenceAudiences.map((value) => ({
              value,
              label: t(`settings.privacy.${value}`),
              detail: t(`settings.privacy.${value}Detail`),
            }))}
            value={presence}
            onChange={(value) => onChange({ presence: value })}
          />
        </div>
      </SettingsGroup>
      <SettingsGroup title={t('joining.adds.title')} text={t('joining.adds.text')}>
        <div className="px-4 py-2">
          <RadioGroup
            label={t('joining.adds.title')}
            isLabelHidden
            options={groupAddAudiences.map((value) => ({
              value,
              label: t(`settings.privacy.${value}`),
              detail: t(`joining.adds.${value}`),
            }))}
            value={groupAdds}
            onChange={(value) => onChange({ groupAdds: value })}
          />
        </div>
      </SettingsGroup>
    </>
  );
}
