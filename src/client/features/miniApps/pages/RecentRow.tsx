import { useTranslation } from 'react-i18next';
import { appPath } from '#domain/appLinks.ts';
import { appText } from '#domain/appRules.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import { AppIcon } from '#client/parts/AppIcon.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { isPlainPress } from '#client/ui/isPlainPress.ts';

export type RecentRowProps = {
  /** the accessible name of the row */
  label: string;
  apps: readonly AppCard[];
  onOpen: (app: AppCard) => void;
};

/** Apps as a row of icons; it scrolls sideways where they do not fit. */
export function RecentRow({ label, apps, onOpen }: RecentRowProps) {
  const { i18n } = useTranslation();
  return (
    <ul
      aria-label={label}
      className="-mx-4 flex overflow-x-auto px-2 pb-1 [scrollbar-width:none] tablet:-mx-6 tablet:px-4"
    >
      {apps.map((app) => {
        const name = appText(app.names, i18n.language);
        return (
          <li
            key={app.id}
            className="w-[calc(88px*var(--text-scale))] flex-none tablet:w-[calc(92px*var(--text-scale))]"
          >
            <a
              href={appPath(app.id)}
              data-app={app.id}
              onClick={(event) => {
                if (!isPlainPress(event)) return;
                event.preventDefault();
                onOpen(app);
              }}
              className="grid justify-items-center gap-2 rounded-card px-1 py-2 text-center -outline-offset-2 hover:bg-hover"
            >
              <AppIcon app={app} name={name} size={56} />
              <span
                lang={textLang(name, i18n.language)}
                dir="auto"
                className="line-clamp-2 text-13 font-[550] text-balance wrap-anywhere"
              >
                {name}
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
