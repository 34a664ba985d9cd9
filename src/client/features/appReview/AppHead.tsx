import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { appText } from '#domain/appRules.ts';
import type { AppCard, AppManifest } from '#protocol/entities/miniApps.ts';
import { AppIcon } from '#client/parts/AppIcon.tsx';
import { textLang } from '#client/parts/textLang.ts';

export type AppHeadProps = {
  app: AppCard;
  /** the version that waits, where its words are not the card's */
  manifest?: Pick<AppManifest, 'names' | 'about' | 'icon'>;
  /** at the end: what it is about, in a tag */
  end?: ReactNode;
};

/** Which app it is: face, name, maker, host. */
export function AppHead({ app, manifest, end }: AppHeadProps) {
  const { t, i18n } = useTranslation();
  const { names, about, icon } = manifest ?? app;
  const name = appText(names, i18n.language);
  return (
    <div className="flex flex-wrap items-start gap-3">
      <AppIcon app={{ id: app.id, icon }} name={name} />
      <div className="grid min-w-40 flex-1">
        <h3 lang={textLang(name, i18n.language)} dir="auto" className="text-15 font-semibold [overflow-wrap:anywhere]">
          {name}
        </h3>
        <p dir="auto" className="text-13 [overflow-wrap:anywhere] text-ink-soft">
          {appText(about, i18n.language)}
        </p>
        <p className="text-13 [overflow-wrap:anywhere] text-ink-soft">
          <bdi>{app.by}</bdi>
          {app.people > 0 && ` · ${t('makers.people', { count: app.people })}`}
        </p>
        {/* On a line of its own: beside the maker it would break in the middle. */}
        <p className="text-13 [overflow-wrap:anywhere] text-ink-soft">
          <bdi dir="ltr">{app.host}</bdi>
        </p>
      </div>
      {end}
    </div>
  );
}
