import { useTranslation } from 'react-i18next';
import { presenceAudiences } from '#domain/presenceRules.ts';
import type { PrefsState } from '#client/stores/prefsStore.ts';
import { RadioGroup } from '#client/ui/RadioGroup.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';

export type PrivacySettingsProps = {
  presence: PrefsState['presence'];
  onChange: (change: Partial<PrefsState>) => void;
};

/** Who may see that I am here, and when I was last. */
export function PrivacySettings({ presence, onChange }: PrivacySettingsProps) {
  const { t } = useTranslation();
  return (
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
  );
}
