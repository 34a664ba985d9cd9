import type { MouseEventHandler, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { languageNames } from '#client/locales/languageNames.ts';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { AboutSettings } from './AboutSettings.tsx';
import { AccountSettings } from './AccountSettings.tsx';
import { AppearanceSettings } from './AppearanceSettings.tsx';
import { ChatSettings } from './ChatSettings.tsx';
import { DeviceSettings } from './DeviceSettings.tsx';
import { LanguageSettings } from './LanguageSettings.tsx';
import { NotificationSettings } from './NotificationSettings.tsx';
import { PasswordSettings } from './PasswordSettings.tsx';
import { StorageSettings } from './StorageSettings.tsx';
import { PrivacySettings } from './PrivacySettings.tsx';
import { groupOf, type SettingsPageId } from './settingsPages.ts';

export type SettingsPageProps = {
  page: SettingsPageId;
  /** of this build */
  version: string;
  /** the page about mini-apps, which another feature makes */
  apps: ReactNode;
  onShowShortcuts: () => void;
};

/** One page of the settings. */
export function SettingsPage(props: SettingsPageProps) {
  const { page } = props;
  const { t } = useTranslation();
  return (
    <div className="flex size-full min-h-0 min-w-0 flex-col bg-surface-sunken [--plane:var(--surface-sunken)]">
      <Link href="/settings" asChild>
        <BackHeader title={t(`settings.${groupOf(page)}`)} label={t('settings.backToMenu')} />
      </Link>
      <div className="scroll-pane flex-1">
        <div className="mx-auto max-w-180 p-6 max-tablet:px-4">
          <Content {...props} />
        </div>
      </div>
    </div>
  );
}

/** Takes the link's handler for its back arrow. */
function BackHeader({
  title,
  label,
  onClick,
}: {
  title: string;
  label: string;
  onClick?: MouseEventHandler<HTMLAnchorElement>;
}) {
  return (
    <PaneHeader
      look="pane"
      title={title}
      back={{ href: '/settings', label, isPhoneOnly: true, ...(onClick ? { onClick } : {}) }}
    />
  );
}

function Content({ page, version, apps, onShowShortcuts }: SettingsPageProps) {
  const { i18n } = useTranslation();
  const services = useServices();
  const prefs = useStore(services.stores.prefs);
  const permission = useStore(services.stores.alerts, (alerts) => alerts.permission);
  const onChange = services.setPrefs;
  switch (page) {
    case 'account':
      return <AccountSettings />;
    case 'password':
      return <PasswordSettings />;
    case 'devices':
      return <DeviceSettings />;
    case 'appearance':
      return <AppearanceSettings prefs={prefs} onChange={onChange} />;
    case 'language':
      return (
        <LanguageSettings
          chosen={prefs.language}
          shownName={languageNames.find(({ tag }) => tag === i18n.language)?.name ?? ''}
          onChange={(language) => onChange({ language })}
        />
      );
    case 'chats':
      return <ChatSettings prefs={prefs} onChange={onChange} />;
    case 'storage':
      return <StorageSettings />;
    case 'privacy':
      return <PrivacySettings presence={prefs.presence} groupAdds={prefs.groupAdds} onChange={onChange} />;
    case 'notifications':
      return (
        <NotificationSettings
          prefs={prefs}
          permission={permission}
          onChange={onChange}
          onAllow={() => void services.allowAlerts()}
        />
      );
    case 'apps':
      return apps;
    case 'about':
      return <AboutSettings version={version} onShowShortcuts={onShowShortcuts} />;
  }
}
