import { Check, Globe, Minus, Plus, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { appText } from '#domain/appRules.ts';
import { compareManifests, isHarmless, type ManifestChanges } from '#domain/compareManifests.ts';
import type { AppManifest } from '#protocol/entities/miniApps.ts';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { Tag } from '#client/ui/Tag.tsx';

export type ChangeListProps = {
  /** what people have now */
  live: AppManifest | undefined;
  next: AppManifest;
};

/** Everything that a version would change for people, the weightiest first. */
export function ChangeList({ live, next }: ChangeListProps) {
  const { t } = useTranslation();
  const changes = compareManifests(live, next);
  return (
    <div className="grid gap-4">
      <p className="flex flex-wrap items-center gap-2 text-13 text-ink-soft">
        {changes.isFirst && <Tag tone="brand">{t('makers.review.first')}</Tag>}
        {isHarmless(changes) && <Tag tone="ok">{t('makers.review.harmless')}</Tag>}
        {changes.looks.map((part) => (
          <Tag key={part}>{t(`makers.review.look.${part}`)}</Tag>
        ))}
      </p>
      <Scopes changes={changes} next={next} />
      <Group title={t('makers.review.connect')}>
        {next.connect[0] === '*' && (
          <Line icon={TriangleAlert} tone="warn">
            {t('makers.review.anyHost')} {changes.opensAll && <NewTag />}
          </Line>
        )}
        <Hosts hosts={next.connect.filter((host) => host !== '*')} change={changes.connect} />
        {next.connect.length === 0 && <p className="text-13 text-ink-soft">{t('makers.review.noHosts')}</p>}
      </Group>
      <Group title={t('makers.review.links')}>
        <Hosts hosts={next.links} change={changes.links} />
        {next.links.length === 0 && <p className="text-13 text-ink-soft">{t('makers.review.noLinks')}</p>}
      </Group>
      <Group title={t('makers.edit.source')}>
        <Line icon={Globe} tone="same">
          <Source source={next.source} /> {changes.isSourceNew && !changes.isFirst && <NewTag />}
        </Line>
      </Group>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-1">
      <h4 className="text-12 font-semibold text-ink-soft">{title}</h4>
      {children}
    </section>
  );
}

function NewTag() {
  const { t } = useTranslation();
  return <Tag tone="warn">{t('makers.review.new')}</Tag>;
}

type LineTone = 'same' | 'gone' | 'warn';
function Line({ icon, tone, children }: { icon: LucideIcon; tone: LineTone; children: ReactNode }) {
  return (
    <div
      className={cx(
        'flex gap-2 rounded-control text-13',
        tone === 'warn' ? 'bg-warn-soft p-2 text-ink' : 'py-0.5',
        tone === 'gone' && 'text-ink-soft line-through',
      )}
    >
      <Icon icon={icon} size={16} className={cx('mt-px', tone === 'warn' ? 'text-warn' : 'text-ink-soft')} />
      <div className="min-w-0 [overflow-wrap:anywhere]">{children}</div>
    </div>
  );
}

function Scopes({ changes, next }: { changes: ManifestChanges; next: AppManifest }) {
  const { t, i18n } = useTranslation();
  return (
    <Group title={t('makers.edit.scopes')}>
      {next.scopes.map(({ scope, reason }) => (
        <Line key={scope} icon={changes.scopes.added.includes(scope) ? Plus : Check} tone="same">
          <b className="font-semibold">{t(`makers.scope.${scope}.title`)}</b>{' '}
          {changes.scopes.added.includes(scope) && !changes.isFirst && <NewTag />}
          {changes.reasons.includes(scope) && <Tag tone="warn">{t('makers.review.newReason')}</Tag>}
          <span dir="auto" className="block text-ink-soft">
            “{appText(reason, i18n.language)}”
          </span>
        </Line>
      ))}
      {changes.scopes.gone.map((scope) => (
        <Line key={scope} icon={Minus} tone="gone">
          {t(`makers.scope.${scope}.title`)}
        </Line>
      ))}
      {next.scopes.length === 0 && <p className="text-13 text-ink-soft">{t('makers.review.noScopes')}</p>}
    </Group>
  );
}

function Hosts({ hosts, change }: { hosts: readonly string[]; change: ManifestChanges['links'] }) {
  return (
    <>
      {hosts.map((host) => (
        <Line key={host} icon={Globe} tone="same">
          <bdi dir="ltr">{host}</bdi> {change.added.includes(host) && <NewTag />}
        </Line>
      ))}
      {change.gone.map((host) => (
        <Line key={host} icon={Minus} tone="gone">
          <bdi dir="ltr">{host}</bdi>
        </Line>
      ))}
    </>
  );
}

function Source({ source }: { source: AppManifest['source'] }) {
  const { t } = useTranslation();
  if (source.kind === 'bundle') return t('makers.review.files', { entry: source.entry });
  return (
    <>
      {t('makers.review.server')} <bdi dir="ltr">{source.url}</bdi>
    </>
  );
}
