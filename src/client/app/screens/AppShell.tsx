import { Compass, LayoutGrid, MessageCircle, Settings, User, Users } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { faceId } from '#domain/faceId.ts';
import { useServices } from '#client/context.ts';
import { useAsks } from '#client/features/contacts/useAsks.ts';
import type { PinnedAppsProps } from '#client/features/miniApps/pages/PinnedApps.tsx';
import { HealthPane } from '#client/features/health/HealthPane.tsx';
import { Face } from '#client/parts/Face.tsx';
import type { IconType } from '#client/ui/Icon.tsx';
import type { NavItem } from '#client/ui/NavItem.ts';
import { countNewAsks } from '#client/stores/peopleStore.ts';
import { cx } from '#client/ui/cx.ts';
import { isPlainPress } from '#client/ui/isPlainPress.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { NavRail } from '#client/ui/NavRail.tsx';
import { TabBar } from '#client/ui/TabBar.tsx';
import { ShortcutList } from './ShortcutList.ts';
import { useHelpKey } from './useHelpKey.ts';

const PinnedApps = lazyPart<PinnedAppsProps>(() =>
  import('#client/features/miniApps/pages/PinnedApps.tsx').then((m) => m.PinnedApps),
);

const VoiceBar = lazyPart<object>(() => import('#client/features/media/VoiceBar.tsx').then((m) => m.VoiceBar));
const AppLayer = lazyPart<object>(() => import('#client/features/miniApps/host/AppLayer.tsx').then((m) => m.AppLayer));

/** What stays on screen between all places: the rail (from 700 px on) or the bar at the foot, and the health strip. */
export function AppShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [path, navigate] = useLocation();
  const { stores } = useServices();
  const totalUnread = useStore(stores.chatList, (state) => state.totalUnread);
  const asked = useStore(stores.people, countNewAsks);
  useAsks();
  const [isHelpOpen, setHelpOpen] = useState(false);
  useHelpKey(useCallback(() => setHelpOpen(true), []));
  const account = useStore(stores.session, (state) => state.account);
  const go = (href: string) => (event: MouseEvent<HTMLAnchorElement>) => {
    // A new tab stays a new tab.
    if (!isPlainPress(event)) return;
    event.preventDefault();
    navigate(href);
  };
  const item = (id: string, href: string, label: string, icon: IconType): NavItem => ({
    id,
    href,
    label,
    icon,
    isCurrent: path === href || path.startsWith(`${href}/`),
    onClick: go(href),
  });
  const chats: NavItem = {
    ...item('chats', '/chats', t('nav.chats'), MessageCircle),
    badge: totalUnread,
    ...(totalUnread > 0 ? { badgeLabel: t('nav.unread', { count: totalUnread }) } : {}),
  };
  const friends: NavItem = {
    ...item('friends', '/friends', t('nav.friends'), Users),
    badge: asked,
    ...(asked > 0 ? { badgeLabel: t('nav.asked', { count: asked }) } : {}),
  };
  const apps = item('apps', '/apps', t('nav.apps'), LayoutGrid);
  const hasPins = useStore(stores.prefs, ({ appPins }) => appPins.length > 0);
  const openApps = useStore(stores.openApps, ({ apps: open }) => open);
  const isBeside = openApps.some(({ isMinimised, view }) => !isMinimised && view === 'tall');
  // An open chat, the page of a community and what a mini-app knows have the whole phone.
  const isChatOpen = /^\/(?:(?:chats|discover)\/\d|apps\/[^/]+\/passport)/u.test(path);
  // In its own chat, or thread, the message itself is played.
  const voiceChat = useStore(stores.media, ({ track }) => track?.c);
  const openChats = /^\/chats\/(\d+)(?:\/t\/(\d+))?/u.exec(path)?.slice(1) ?? [];
  return (
    <div className="flex h-dvh min-h-0 overflow-hidden bg-surface-sunken" data-app-beside={isBeside ? '' : undefined}>
      <div className="flex-none max-tablet:hidden">
        <NavRail
          label={t('nav.main')}
          home={{ href: '/chats', label: t('nav.home'), onClick: go('/chats') }}
          items={[chats, friends, item('discover', '/discover', t('nav.discover'), Compass), apps]}
          pins={hasPins && <PinnedApps />}
          footItems={[item('settings', '/settings', t('nav.settings'), Settings)]}
          foot={
            account && (
              <a href="/settings" onClick={go('/settings')} title={account.name} className="block rounded-full">
                <Face face={faceId(account.id, account)} name={account.name} label={t('nav.me')} size={36} />
              </a>
            )
          }
        />
      </div>
      <div className={cx('flex min-h-0 min-w-0 flex-1 flex-col', isBeside && 'desk:pe-panel')}>
        <HealthPane />
        {voiceChat !== undefined && !openChats.includes(String(voiceChat)) && <VoiceBar />}
        <main className="min-h-0 flex-1">{children}</main>
        {!isChatOpen && (
          <div className="flex-none tablet:hidden">
            <TabBar label={t('nav.main')} items={[friends, chats, apps, item('me', '/settings', t('nav.me'), User)]} />
          </div>
        )}
      </div>
      {openApps.length > 0 && <AppLayer />}
      {isHelpOpen && <ShortcutList onClose={() => setHelpOpen(false)} />}
    </div>
  );
}
