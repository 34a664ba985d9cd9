import { useEffect, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { canChangeSettings, canHearAppeals, hasRight, isFrozen, type Standing } from '#domain/permissions.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import { cx } from '#client/ui/cx.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { isPlainPress } from '#client/ui/isPlainPress.ts';
import { LinkButton } from '#client/ui/LinkButton.tsx';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { AuditTab } from './AuditTab.tsx';
import { FilterTab } from './FilterTab.tsx';
import { HeldTab } from './HeldTab.tsx';
import { LoadedList } from './LoadedList.tsx';
import { MembersTab } from './MembersTab.tsx';
import { ModerationMenu, type Slowdown } from './ModerationMenu.tsx';
import { tabsFor, type ModerationTab } from './moderationTabs.ts';
import { RightsTab } from './rights/RightsTab.tsx';
import { ReportsTab } from './ReportsTab.tsx';
import { useAct } from './useAct.ts';
import { useLoaded } from './useLoaded.ts';

export type ModerationPaneProps = {
  chatId: ChatId;
  tab: ModerationTab | undefined;
  /** the settings of a community, which are another feature's */
  settings?: ReactNode;
};

/** `/chats/:id/moderation`: the menu, and beside it (on a phone: instead of it) one page. */
export function ModerationPane({ chatId, tab, settings }: ModerationPaneProps) {
  const { t } = useTranslation();
  const { stores, openChat } = useServices();
  const chat = useStore(stores.chatList, ({ chats }) => chats.get(chatId));
  // Only who shows a community is told what changes in it at once.
  useEffect(() => {
    const shown = openChat(chatId);
    return () => shown.close();
  }, [openChat, chatId]);
  const standing = chat && { kind: chat.kind, state: chat.me.st, role: chat.me.ro, set: chat.meta.set };
  const tabs = standing ? tabsFor(standing) : [];
  if (!chat || !standing || tabs.length === 0) {
    return (
      <EmptyState
        isCentred
        title={t('moderation.noRight')}
        action={<LinkButton href={`/chats/${chatId}`}>{t('moderation.back')}</LinkButton>}
      />
    );
  }
  return (
    <Pages
      chat={chat}
      standing={standing}
      tabs={tabs}
      tab={tab !== undefined && tabs.includes(tab) ? tab : undefined}
      settings={settings}
    />
  );
}

type Chat = NonNullable<
  ReturnType<ReturnType<typeof useServices>['stores']['chatList']['getState']>['chats'] extends ReadonlyMap<
    ChatId,
    infer One
  >
    ? One
    : never
>;
type PagesProps = {
  chat: Chat;
  standing: Standing;
  tabs: ModerationTab[];
  tab: ModerationTab | undefined;
  settings: ReactNode;
};

function Pages({ chat, standing, tabs, tab, settings }: PagesProps) {
  const { t } = useTranslation();
  const services = useServices();
  const people = useStore(services.stores.people);
  const [, navigate] = useLocation();
  const now = useAct();
  const { c } = chat;
  const { slow = 0, newRead = 0, newLinks = 0 } = chat.meta.set ?? {};
  const hrefOf = (name: ModerationTab) => `/chats/${c}/moderation/${name}`;
  const follow = (href: string) => (event: MouseEvent<HTMLElement>) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    navigate(href);
  };
  const mayChange = canChangeSettings(standing);
  const freeze = (on: boolean) =>
    void now.run('now', () => services.rpc('chat.freeze', { c, on, op: services.newOp() }));
  const slowDown = (set: Partial<Slowdown>) =>
    void now.run('now', () => services.rpc('moderation.set', { c, set, op: services.newOp() }));
  // From a tablet on there is always a page beside the menu.
  const shown = tab ?? (tabs[0] as ModerationTab);
  return (
    <div className="flex size-full min-h-0">
      <div
        className={cx(
          'h-full w-full flex-none tablet:w-list tablet:border-e tablet:border-line',
          tab !== undefined && 'max-tablet:hidden',
        )}
      >
        <ModerationMenu
          title={chatTitle(people, chat) ?? t('chat.untitled')}
          tabs={tabs}
          tab={shown}
          hrefOf={hrefOf}
          follow={follow}
          backHref={`/chats/${c}`}
          isFrozen={isFrozen(chat.meta.set, services.serverNow())}
          slowdown={{ slow, newRead, newLinks }}
          onFreeze={mayChange ? freeze : undefined}
          onSlowdown={mayChange ? slowDown : undefined}
          isBusy={now.busyKey !== undefined}
          problem={now.problem}
        />
      </div>
      <main
        className={cx(
          'flex h-full min-h-0 min-w-0 flex-1 flex-col bg-surface-sunken [--plane:var(--surface-sunken)]',
          tab === undefined && 'max-tablet:hidden',
        )}
      >
        <PaneHeader
          look="pane"
          level={2}
          title={t(`moderation.tab.${shown}`)}
          back={{
            href: `/chats/${c}/moderation`,
            label: t('moderation.backToMenu'),
            onClick: follow(`/chats/${c}/moderation`),
            isPhoneOnly: true,
          }}
        />
        <div className="scroll-pane flex-1">
          <div className="mx-auto w-full max-w-[860px] px-4 py-6">
            <Page key={shown} tab={shown} chat={chat} standing={standing} settings={settings} />
          </div>
        </div>
      </main>
    </div>
  );
}

type PageProps = { tab: ModerationTab; chat: Chat; standing: Standing; settings: ReactNode };

function Page({ tab, chat, standing, settings }: PageProps) {
  const about = { c: chat.c, kind: chat.kind };
  const canMute = hasRight(standing, 'mute');
  switch (tab) {
    case 'filter':
      return <Rules {...about} canChange={canChangeSettings(standing)} />;
    case 'held':
      return <HeldTab {...about} canMute={canMute} />;
    case 'reports':
      return <ReportsTab {...about} me={chat.me.mid} standing={standing} />;
    case 'rights':
      return <RightsTab c={chat.c} />;
    case 'settings':
      return settings;
    case 'audit':
      return <AuditTab {...about} />;
    case 'members':
      return (
        <MembersTab
          {...about}
          canMute={canMute}
          canBan={hasRight(standing, 'ban')}
          hearsAppeals={canHearAppeals(standing)}
        />
      );
  }
}

function Rules(props: { c: ChatId; kind: number; canChange: boolean }) {
  const rules = useLoaded('moderation.get', { c: props.c });
  return <LoadedList loaded={rules}>{() => <FilterTab {...props} rules={rules} />}</LoadedList>;
}
