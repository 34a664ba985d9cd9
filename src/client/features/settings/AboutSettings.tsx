import { Hash, Keyboard, Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Tika } from '#client/ui/Tika.tsx';

export type AboutSettingsProps = { version: string; onShowShortcuts: () => void };

/** What this is, and what it does with what people write. */
export function AboutSettings({ version, onShowShortcuts }: AboutSettingsProps) {
  const { t } = useTranslation();
  return (
    <>
      <SettingsGroup title={t('settings.about.title')} text={t('settings.about.privacy')}>
        <SettingsRow icon={Hash} title={t('settings.about.version')} value={version} />
        <SettingsRow icon={Scale} title={t('settings.about.licence')} value={t('settings.about.licenceText')} />
        <SettingsRow icon={Keyboard} title={t('help.row')} detail={t('help.rowDetail')} onClick={onShowShortcuts} />
      </SettingsGroup>
      <div className="grid justify-items-center gap-3 px-4 pt-4 text-center">
        <Tika pose="wave" />
        <p className="max-w-80 text-13 text-balance text-ink-soft">{t('settings.about.tika')}</p>
      </div>
    </>
  );
}
