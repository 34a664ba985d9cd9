import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { languageNames } from '#client/locales/languageNames.ts';
import { SettingsMenu } from './SettingsMenu.tsx';
import type { SettingsPageId } from './settingsPages.ts';

const LogOutDialog = lazy(() => import('./LogOutDialog.tsx').then((file) => ({ default: file.LogOutDialog })));

export type SettingsMenuPaneProps = { page: SettingsPageId | undefined };

/** The menu of the settings with what it shows of the person. */
export function SettingsMenuPane({ page }: SettingsMenuPaneProps) {
  const { i18n } = useTranslation();
  const { stores } = useServices();
  const account = useStore(stores.session, (session) => session.account);
  const unsent = useStore(stores.health, (health) => health.waiting + health.failed);
  const [isLeaving, setLeaving] = useState(false);
  return (
    <>
      <SettingsMenu
        account={account}
        page={page}
        unsent={unsent}
        languageName={languageNames.find(({ tag }) => tag === i18n.language)?.name ?? ''}
        onLogOut={() => setLeaving(true)}
      />
      {isLeaving && (
        <Suspense fallback={null}>
          <LogOutDialog onClose={() => setLeaving(false)} />
        </Suspense>
      )}
    </>
  );
}
