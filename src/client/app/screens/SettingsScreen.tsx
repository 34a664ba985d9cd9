import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KnowingAppsPane } from '#client/features/miniApps/passport/KnowingAppsPane.tsx';
import { SettingsMenuPane } from '#client/features/settings/SettingsMenuPane.tsx';
import { SettingsPage } from '#client/features/settings/SettingsPage.tsx';
import { toPageId } from '#client/features/settings/settingsPages.ts';
import { TrayPane } from '#client/features/health/TrayPane.tsx';
import { cx } from '#client/ui/cx.ts';
import { appVersion } from '../appVersion.ts';
import { NotFoundScreen } from './NotFoundScreen.tsx';
import { ShortcutList } from './ShortcutList.ts';

export type SettingsScreenProps = { /** the word after `/settings/` */ page?: string };

/** `/settings` and `/settings/:page`: the menu, and beside it (on a phone: instead of it) one page. */
export function SettingsScreen({ page }: SettingsScreenProps) {
  const { t } = useTranslation();
  const [isTrayOpen, setTrayOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const asked = page === undefined ? undefined : toPageId(page);
  if (page !== undefined && asked === undefined) return <NotFoundScreen />;
  return (
    <div className="flex h-full min-h-0 min-w-0 flex-1">
      <section
        aria-label={t('settings.title')}
        className={cx(
          'h-full min-h-0 flex-none border-e border-line max-tablet:w-full max-tablet:border-0 tablet:w-list',
          asked && 'max-tablet:hidden',
        )}
      >
        <SettingsMenuPane page={asked} onShowUnsent={() => setTrayOpen(true)} />
      </section>
      <div className={cx('h-full min-w-0 flex-1', !asked && 'max-tablet:hidden')}>
        {/* From a tablet on there is always a page beside the menu. */}
        <SettingsPage
          key={asked}
          page={asked ?? 'appearance'}
          version={appVersion}
          apps={<KnowingAppsPane />}
          onShowShortcuts={() => setHelpOpen(true)}
        />
      </div>
      {isTrayOpen && <TrayPane onClose={() => setTrayOpen(false)} />}
      {isHelpOpen && <ShortcutList onClose={() => setHelpOpen(false)} />}
    </div>
  );
}
