import { MessageSquareWarning } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { appOrigin, appText } from '#domain/appRules.ts';
import { baseManifest, newestFirst, openVersion, stagesOf } from '#domain/appStages.ts';
import { makerChoices } from '#domain/manifestForms.ts';
import type { MadeApp } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { AppIcon } from '#client/parts/AppIcon.tsx';
import { useOneAct } from '#client/parts/useOneAct.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { AppSecret } from './AppSecret.tsx';
import { AppRemoval } from './AppRemoval.tsx';
import { MakerPage } from './MakerPage.tsx';
import { MakerPart } from './MakerPart.tsx';
import { ManifestEditor } from './ManifestEditor.tsx';
import { NextStep } from './NextStep.tsx';
import { StageTag } from './StageTag.tsx';
import { Testers } from './Testers.tsx';
import { useAppHost } from './useAppHost.ts';
import { VersionList } from './VersionList.tsx';

export type AppPageProps = {
  app: MadeApp;
  /** opens a version for me alone; absent where apps cannot be opened */
  openDraft: ((app: AppId, n: number) => void) | undefined;
  /** the app as it is after a change */
  onChange: (app: MadeApp) => void;
};

/** `/apps/make/:id`: everything about one app of mine. */
export function AppPage({ app, openDraft, onChange }: AppPageProps) {
  const { t, i18n } = useTranslation();
  const { rpc, newOp, upload, uploadBundle } = useServices();
  const [, navigate] = useLocation();
  const place = useAppHost(app.id);
  const act = useOneAct();
  const [isDirty, setDirty] = useState(false);
  const base = baseManifest(app);
  const open = openVersion(app);
  const name = base ? appText(base.names, i18n.language) : app.id;
  const put = (data: { app: MadeApp }) => onChange(data.app);
  const isBusy = act.busyKey !== undefined;
  const isWaiting = open?.st === makerChoices.versionState.review;
  const testersProblem = act.problemOf('testers');
  return (
    <MakerPage
      title={name}
      // What counts in a host name is its end: where room is short, it loses its beginning.
      subtitle={
        <span dir="rtl" className="block w-fit max-w-full truncate">
          <bdi dir="ltr">{place === undefined ? app.id : appOrigin(place, app.id)}</bdi>
        </span>
      }
      lead={<AppIcon app={{ id: app.id, icon: base?.icon }} name={name} size={40} />}
      back={{ href: '/apps/make', label: t('makers.backToList') }}
    >
      <Standing app={app} />
      {open && (
        <NextStep
          version={open}
          isDirty={isDirty}
          isBusy={act.busyKey === 'submit'}
          problem={act.problemOf('submit')}
          onTry={openDraft && (() => openDraft(app.id, open.n))}
          onSubmit={(on) => void act.run('submit', () => rpc('maker.submit', { app: app.id, on, op: newOp() }), put)}
        />
      )}
      {!isWaiting && (
        <ManifestEditor
          id={app.id}
          base={base}
          isBusy={act.busyKey === 'save'}
          problem={act.problemOf('save')}
          uploadIcon={(picture, onProgress) => upload('app', picture, onProgress)}
          uploadBundle={(file, onProgress) => uploadBundle(app.id, file, onProgress)}
          onDirty={setDirty}
          onSave={(manifest) => act.run('save', () => rpc('maker.save', { app: app.id, manifest, op: newOp() }), put)}
        />
      )}
      {app.versions.length > 0 && (
        <MakerPart title={t('makers.versions.title')} text={t('makers.versions.text')}>
          <VersionList
            app={app}
            isBusy={isBusy}
            problem={act.problemOf('use')?.text}
            onUse={(n) => act.run('use', () => rpc('maker.use', { app: app.id, n, op: newOp() }), put)}
          />
        </MakerPart>
      )}
      <MakerPart title={t('makers.testers.title')} text={t('makers.testers.text')}>
        <Testers
          testers={app.testers}
          isBusy={act.busyKey === 'testers'}
          problem={testersProblem?.code === 'NOT_FOUND' ? t('makers.testers.nobody') : testersProblem?.text}
          onChange={(handles) =>
            act.run('testers', () => rpc('maker.testers', { app: app.id, handles, op: newOp() }), put)
          }
        />
      </MakerPart>
      <AppSecret id={app.id} />
      <AppRemoval id={app.id} people={app.people} onRemoved={() => navigate('/apps/make')} />
    </MakerPage>
  );
}

/** Where the app is, and why it does not go on where it does not. */
function Standing({ app }: { app: MadeApp }) {
  const { t } = useTranslation();
  const [newest] = newestFirst(app);
  const stages = stagesOf(app);
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-1.5 text-13 text-ink-soft">
        {stages.map((stage) => (
          <StageTag key={stage} stage={stage} />
        ))}
        {app.people > 0 && <span className="ms-1">{t('makers.people', { count: app.people })}</span>}
      </p>
      {stages.includes('closed') && (
        <Banner tone="danger" title={t('makers.closed.title')}>
          {t('makers.closed.text')}
          {app.note !== undefined && <Note text={app.note} />}
        </Banner>
      )}
      {stages.includes('declined') && (
        <Banner tone="warn" icon={MessageSquareWarning} title={t('makers.declined.title')}>
          {t('makers.declined.text')}
          {newest?.note !== undefined && <Note text={newest.note} />}
        </Banner>
      )}
    </div>
  );
}

const Note = ({ text }: { text: string }) => (
  <p dir="auto" className="mt-2 [overflow-wrap:anywhere] whitespace-pre-wrap">
    “{text}”
  </p>
);
