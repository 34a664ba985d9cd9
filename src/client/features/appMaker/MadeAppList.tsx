import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { appText } from '#domain/appRules.ts';
import { baseManifest, stagesOf } from '#domain/appStages.ts';
import type { MadeApp } from '#protocol/entities/miniApps.ts';
import { appFace } from '#client/parts/appFace.ts';
import { Face } from '#client/parts/Face.tsx';
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
      <Face face={appFace({ id: app.id, icon: manifest?.icon })} name={name} size={48} shape="place" />
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="grid min-w-36 flex-1">
          <b dir="auto" className="truncate text-15 font-semibold text-ink">
            {name}
          </b>
          <span className="truncate text-13 text-ink-soft">
            <bdi dir="ltr">{app.id}</bdi>
            {app.people > 0 && ` · ${t('makers.people', { count: app.people })}`}
          </span>
        </span>
        <span className="flex flex-wrap gap-1.5">
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
