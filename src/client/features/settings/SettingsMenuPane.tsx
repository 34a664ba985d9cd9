import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { languageNames } from '#client/locales/languageNames.ts';
import { SettingsMenu } from './SettingsMenu.tsx';
import type { SettingsPageId } from './settingsPages.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';

const LogOutDialog = lazyPart(() => import('./LogOutDialog.tsx').then((file) => file.LogOutDialog));
const AHEAD = [LogOutDialog];

export type SettingsMenuPaneProps = {
  page: SettingsPageId | undefined;
  /** opens the tray, which belongs to another feature */
  onShowUnsent: () => void;
};

/** The menu of the settings with what it shows of the person. */
export function SettingsMenuPane({ page, onShowUnsent }: SettingsMenuPaneProps) {
  const { i18n } = useTranslation();
  const { stores } = useServices();
  const account = useStore(stores.session, (session) => session.account);
  const unsent = useStore(stores.health, (health) => health.waiting + health.failed);
  const [isLeaving, setLeaving] = useState(false);
  usePreload(AHEAD);
  return (
    <>
      <SettingsMenu
        account={account}
        page={page}
        unsent={unsent}
        onShowUnsent={onShowUnsent}
        languageName={languageNames.find(({ tag }) => tag === i18n.language)?.name ?? ''}
        onLogOut={() => setLeaving(true)}
      />
      {isLeaving && <LogOutDialog onClose={() => setLeaving(false)} />}
    </>
  );
}
