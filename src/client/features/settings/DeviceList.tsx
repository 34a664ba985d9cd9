import { Laptop } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DeviceInfo } from '#protocol/entities/user.ts';
import { Button } from '#client/ui/Button.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Tag } from '#client/ui/Tag.tsx';
import { seenText } from './seenText.ts';

export type DeviceListProps = {
  devices: readonly DeviceInfo[];
  /** server clock, ms */
  now: number;
  onLogOut: (device: DeviceInfo) => void;
};

/** Every browser that is logged in, this one first. */
export function DeviceList({ devices, now, onLogOut }: DeviceListProps) {
  const { t, i18n } = useTranslation();
  const sorted = devices.toSorted((a, b) => Number(b.current) - Number(a.current) || b.seen - a.seen);
  return (
    <SettingsGroup>
      {sorted.map((device) => {
        const name = device.name || t('settings.devices.unnamed');
        const when = seenText(device.seen, now, i18n.language);
        return (
          <SettingsRow
            key={device.id}
            icon={Laptop}
            title={name}
            detail={
              device.current || when === undefined
                ? t('settings.devices.hereNow')
                : t('settings.devices.seen', { when })
            }
            end={
              device.current ? (
                <Tag tone="ok">{t('settings.devices.current')}</Tag>
              ) : (
                <Button
                  kind="quiet"
                  size="small"
                  label={t('settings.devices.logOutLabel', { name })}
                  aria-haspopup="dialog"
                  onClick={() => onLogOut(device)}
                >
                  {t('settings.devices.logOut')}
                </Button>
              )
            }
          />
        );
      })}
    </SettingsGroup>
  );
}
