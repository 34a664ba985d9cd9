import { useTranslation } from 'react-i18next';
import { appText } from '#domain/appRules.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import { AppIcon } from '#client/parts/AppIcon.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import { Sheet } from '#client/ui/Sheet.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import type { Warming } from './warming.ts';

export type ChatAppsSheetProps = {
  recent: readonly AppCard[];
  /** those that are not among the recent ones */
  favourites: readonly AppCard[];
  isLoading: boolean;
  onOpen: (app: AppCard) => void;
  /** for the apps in it */
  warming: Warming;
  /** leads to the page of all apps */
  onAll: () => void;
  onClose: () => void;
};

/** The apps a person uses, to be opened from a chat. */
export function ChatAppsSheet({ recent, favourites, isLoading, warming, onOpen, onAll, onClose }: ChatAppsSheetProps) {
  const { t } = useTranslation();
  const all = (
    <Button kind="tonal" isWide onClick={onAll}>
      {t('apps.inChat.all')}
    </Button>
  );
  const isEmpty = recent.length === 0 && favourites.length === 0;
  return (
    <Sheet isOpen onClose={onClose} title={t('nav.apps')} closeLabel={t('common.close')}>
      <p className="px-2 pb-1 text-13 text-ink-soft">{t('apps.inChat.text')}</p>
      {isEmpty && isLoading && <SkeletonRows label={t('apps.loading')} count={4} />}
      {isEmpty && !isLoading && (
        <EmptyState title={t('apps.inChat.empty.title')} text={t('apps.inChat.empty.text')} level={3} action={all} />
      )}
      <div {...warming}>
        <Group title={t('apps.recent')} apps={recent} onOpen={onOpen} />
        <Group title={t('apps.favourites')} apps={favourites} onOpen={onOpen} />
      </div>
      {!isEmpty && <div className="px-2 pt-4">{all}</div>}
    </Sheet>
  );
}

function Group({ title, apps, onOpen }: { title: string; apps: readonly AppCard[]; onOpen: (app: AppCard) => void }) {
  const { i18n } = useTranslation();
  if (apps.length === 0) return null;
  return (
    <section>
      <SectionLabel level={3}>{title}</SectionLabel>
      <ul>
        {apps.map((app) => {
          const name = appText(app.names, i18n.language);
          const about = appText(app.about, i18n.language);
          return (
            <li key={app.id}>
              <button
                type="button"
                data-app={app.id}
                onClick={() => onOpen(app)}
                className="flex min-h-14 w-full items-center gap-3 rounded-card px-2 py-1.5 text-start -outline-offset-2 hover:bg-hover active:bg-press"
              >
                <AppIcon app={app} name={name} size={40} />
                <span className="grid min-w-0 flex-1 grid-cols-1">
                  <span lang={textLang(name, i18n.language)} className="truncate font-semibold">
                    {name}
                  </span>
                  <span lang={textLang(about, i18n.language)} className="truncate text-13 text-ink-soft">
                    {about}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
