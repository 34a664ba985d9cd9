import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { appText } from '#domain/appRules.ts';
import { baseManifest, stagesOf } from '#domain/appStages.ts';
import type { MadeApp } from '#protocol/entities/miniApps.ts';
import { AppIcon } from '#client/parts/AppIcon.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { StageTag } from './StageTag.tsx';

export type MadeAppListProps = { apps: readonly MadeApp[] };

/** My apps, each with where it is. */
export function MadeAppList({ apps }: MadeAppListProps) {
  return (
    <ul className="grid gap-2">
      {apps.map((app) => (
        <li key={app.id}>
          <MadeAppRow app={app} />
        </li>
      ))}
    </ul>
  );
}

const rowClass = 'flex min-h-18 items-center gap-3 rounded-card bg-surface-raised p-3';

function MadeAppRow({ app }: { app: MadeApp }) {
  const { t, i18n } = useTranslation();
  const manifest = baseManifest(app);
  const name = manifest ? appText(manifest.names, i18n.language) : app.id;
  const stages = stagesOf(app);
  const content = (
    <>
      <AppIcon app={{ id: app.id, icon: manifest?.icon }} name={name} />
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="grid min-w-36 flex-1">
          <b
            lang={textLang(name, i18n.language)}
            dir="auto"
            className="line-clamp-2 text-15 font-semibold wrap-anywhere text-ink"
          >
            {name}
          </b>
          <span className="truncate text-13 text-ink-soft">
            <bdi dir="ltr">{app.id}</bdi>
            {app.people > 0 && ` · ${t('makers.people', { count: app.people })}`}
          </span>
        </span>
        {/* Beside the name where there is room for all rows to have it there: on phones there is for some only. */}
        <span className="flex flex-wrap gap-1.5 max-tablet:basis-full">
          {stages.map((stage) => (
            <StageTag key={stage} stage={stage} />
          ))}
        </span>
      </span>
    </>
  );
  // Nothing can be done about one that is gone.
  if (stages.includes('removed')) return <div className={rowClass}>{content}</div>;
  return (
    <Link href={`/apps/make/${app.id}`} className={cx(rowClass, 'shadow-edge -outline-offset-2 hover:veil')}>
      {content}
      <Icon icon={ChevronRight} size={16} isMirrored className="text-ink-faint" />
    </Link>
  );
}
