import { Bookmark, Clock, CloudUpload, Hammer, LogOut, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { faceId } from '#domain/faceId.ts';
import type { Account } from '#protocol/entities/user.ts';
import { PersonRow } from '#client/parts/PersonRow.tsx';
import { Badge } from '#client/ui/Badge.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { ListLink } from '#client/ui/ListLink.tsx';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import { settingsPages, type SettingsPageId } from './settingsPages.ts';

export type SettingsMenuProps = {
  account: Account | undefined;
  page: SettingsPageId | undefined;
  /** what has not left this device */
  unsent: number;
  onShowUnsent: () => void;
  /** the language in its own words, shown beside its page */
  languageName: string;
  onLogOut: () => void;
};

/** The list of settings pages, under the person they belong to. */
export function SettingsMenu({ account, page, unsent, onShowUnsent, languageName, onLogOut }: SettingsMenuProps) {
  const { t, i18n } = useTranslation();
  const ends: Partial<Record<SettingsPageId, ReactNode>> = { language: languageName };
  const group = (name: (typeof settingsPages)[number]['group']) => (
    <section>
      <SectionLabel>{t(`settings.${name}`)}</SectionLabel>
      {settingsPages
        .filter((entry) => entry.group === name)
        .map(({ id, icon }) => (
          <Link key={id} href={`/settings/${id}`} asChild>
            <ListLink
              href={`/settings/${id}`}
              icon={icon}
              title={t(`settings.page.${id}`)}
              isCurrent={page === id}
              end={ends[id]}
            />
          </Link>
        ))}
    </section>
  );
  return (
    <div className="flex size-full min-h-0 min-w-0 flex-col bg-surface [--plane:var(--surface)]">
      <PaneHeader title={t('settings.title')} />
      <nav aria-label={t('settings.menu')} className="scroll-pane flex-1 px-2 pb-6">
        {account && (
          <Link href="/settings/account" asChild>
            <PersonRow
              id={faceId(account.id, account)}
              name={account.name}
              detail={account.status || `@${account.handle}`}
              readerLang={i18n.language}
              href="/settings/account"
            />
          </Link>
        )}
        {unsent > 0 && (
          <button
            type="button"
            aria-haspopup="dialog"
            onClick={onShowUnsent}
            className="flex min-h-11 w-full items-center gap-2 rounded-card bg-warn-soft py-1 ps-2 pe-3 text-start font-semibold -outline-offset-2 hover:veil"
          >
            <span className="grid size-8 flex-none place-items-center text-warn">
              <Icon icon={Clock} />
            </span>
            <span className="min-w-0 flex-1">{t('settings.unsent')}</span>
            <Badge count={unsent} />
          </button>
        )}
        <Link href="/keep" asChild>
          <ListLink href="/keep" icon={Bookmark} title={t('keep.title')} />
        </Link>
        <Link href="/uploads" asChild>
          <ListLink href="/uploads" icon={CloudUpload} title={t('uploads.title')} />
        </Link>
        {group('thisDevice')}
        {group('account')}
        <section>
          <SectionLabel>{t('makers.entry.title')}</SectionLabel>
          <Link href="/apps/make" asChild>
            <ListLink href="/apps/make" icon={Hammer} title={t('makers.entry.make')} />
          </Link>
          {account?.admin === true && (
            <Link href="/apps/review" asChild>
              <ListLink href="/apps/review" icon={ShieldCheck} title={t('makers.entry.review')} />
            </Link>
          )}
        </section>
        {group('kabar')}
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={onLogOut}
          className="flex min-h-11 w-full items-center gap-2 rounded-card py-1 ps-2 pe-3 text-start text-ink-soft -outline-offset-2 hover:bg-hover"
        >
          <span className="grid size-8 flex-none place-items-center text-ink-faint">
            <Icon icon={LogOut} isMirrored />
          </span>
          {t('settings.logOut')}
        </button>
      </nav>
    </div>
  );
}
