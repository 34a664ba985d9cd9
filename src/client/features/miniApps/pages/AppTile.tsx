import { Ellipsis, Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { appPath } from '#domain/appLinks.ts';
import { appText, isLiveApp } from '#domain/appRules.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import { AppIcon } from '#client/parts/AppIcon.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { isPlainPress } from '#client/ui/isPlainPress.ts';
import { Tag } from '#client/ui/Tag.tsx';

export type AppTileProps = {
  app: AppCard;
  isFavourite: boolean;
  onOpen: () => void;
  onStar: () => void;
  /** shows what else can be done, at the button */
  onMenu: (button: Element) => void;
};

/** A mini-app on the page: the whole tile opens it; star and menu lie above that. */
export function AppTile({ app, isFavourite, onOpen, onStar, onMenu }: AppTileProps) {
  const { t, i18n } = useTranslation();
  const name = appText(app.names, i18n.language);
  const about = appText(app.about, i18n.language);
  return (
    <div className="relative flex h-full min-h-18 min-w-0 items-center gap-3 rounded-card bg-surface-raised py-2 ps-3 pe-1.5 shadow-edge [--plane:var(--surface-raised)] hover:veil">
      <AppIcon app={app} name={name} size={48} />
      <div className="grid min-w-0 flex-1 grid-cols-1">
        <a
          href={appPath(app.id)}
          data-app={app.id}
          onClick={(event) => {
            if (!isPlainPress(event)) return;
            event.preventDefault();
            onOpen();
          }}
          lang={textLang(name, i18n.language)}
          dir="auto"
          className="line-clamp-2 font-semibold wrap-anywhere outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:outline-focus"
        >
          {name}
        </a>
        {isLiveApp(app.st) ? (
          about !== '' && (
            <span
              lang={textLang(about, i18n.language)}
              dir="auto"
              className="line-clamp-2 text-13 wrap-anywhere text-ink-soft"
            >
              {about}
            </span>
          )
        ) : (
          <span className="flex">
            <Tag tone="warn">{t('apps.closed')}</Tag>
          </span>
        )}
      </div>
      <span className="relative z-1 flex flex-none">
        <IconButton
          icon={Star}
          size="small"
          label={t(isFavourite ? 'apps.unstar' : 'apps.star', { name })}
          className={isFavourite ? 'text-brand-text! [&_svg]:fill-current' : undefined}
          onClick={onStar}
        />
        <IconButton
          icon={Ellipsis}
          size="small"
          label={t('apps.menu', { name })}
          aria-haspopup="menu"
          onClick={(event) => onMenu(event.currentTarget)}
        />
      </span>
    </div>
  );
}
