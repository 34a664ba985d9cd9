import { Bell, MessageSquareText, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AlertsState } from '#client/stores/alertsStore.ts';
import type { PrefsState } from '#client/stores/prefsStore.ts';
import { Button } from '#client/ui/Button.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Switch } from '#client/ui/Switch.tsx';

export type NotificationSettingsProps = {
  prefs: Pick<PrefsState, 'notifications' | 'notificationText'>;
  permission: AlertsState['permission'];
  onChange: (change: Partial<PrefsState>) => void;
  /** the browser is to ask */
  onAllow: () => void;
};

/** Whether the person wants alerts, what these may show, and whether this browser lets us. */
export function NotificationSettings({ prefs, permission, onChange, onAllow }: NotificationSettingsProps) {
  const { t } = useTranslation();
  const isWanted = prefs.notifications === 'on';
  return (
    <>
      <SettingsGroup title={t('settings.notifications.title')} text={t('settings.notifications.text')}>
        <SettingsRow
          icon={Bell}
          title={t('settings.notifications.switch')}
          detail={t('settings.notifications.muted')}
          control={
            <Switch
              isOn={isWanted}
              onChange={(isOn) => {
                onChange({ notifications: isOn ? 'on' : 'off' });
                if (isOn && permission === 'default') onAllow();
              }}
            />
          }
        />
        {isWanted && (
          <SettingsRow
            icon={MessageSquareText}
            title={t('settings.notifications.preview')}
            detail={t('settings.notifications.previewDetail')}
            control={
              <Switch isOn={prefs.notificationText} onChange={(notificationText) => onChange({ notificationText })} />
            }
          />
        )}
      </SettingsGroup>
      <SettingsGroup title={t('settings.notifications.browser')}>
        <SettingsRow
          icon={ShieldCheck}
          title={t('settings.notifications.permission')}
          detail={t(`settings.notifications.${permission}Detail`)}
          value={t(`settings.notifications.${permission}`)}
          {...(permission === 'default' && isWanted
            ? {
                below: (
                  <Button size="small" onClick={onAllow}>
                    {t('settings.notifications.ask')}
                  </Button>
                ),
              }
            : {})}
        />
      </SettingsGroup>
    </>
  );
}
