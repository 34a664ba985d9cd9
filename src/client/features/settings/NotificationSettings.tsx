import { Bell } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PrefsState } from '#client/stores/prefsStore.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Switch } from '#client/ui/Switch.tsx';

export type NotificationSettingsProps = {
  notifications: PrefsState['notifications'];
  onChange: (change: Partial<PrefsState>) => void;
};

/** Whether the person wants alerts. Only the wish is kept so far, and the page says so. */
export function NotificationSettings({ notifications, onChange }: NotificationSettingsProps) {
  const { t } = useTranslation();
  return (
    <>
      <SettingsGroup title={t('settings.notifications.title')} text={t('settings.notifications.text')}>
        <SettingsRow
          icon={Bell}
          title={t('settings.notifications.switch')}
          detail={t('settings.notifications.muted')}
          control={
            <Switch
              isOn={notifications === 'on'}
              onChange={(isOn) => onChange({ notifications: isOn ? 'on' : 'off' })}
            />
          }
        />
      </SettingsGroup>
      <Banner tone="info">{t('settings.notifications.detail')}</Banner>
    </>
  );
}
