import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newestFirst } from '#domain/appStages.ts';
import { makerChoices } from '#domain/manifestForms.ts';
import type { AppVersion, MadeApp } from '#protocol/entities/miniApps.ts';
import { isoTime, momentYearText } from '#client/parts/timeTexts.ts';
import { Button } from '#client/ui/Button.tsx';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { Tag, type TagTone } from '#client/ui/Tag.tsx';

export type VersionListProps = {
  app: Pick<MadeApp, 'versions' | 'live'>;
  isBusy: boolean;
  /** why the last choice did not work */
  problem: string | undefined;
  /** resolves when the answer is there */
  onUse: (n: number) => Promise<boolean>;
};

type State = 'live' | 'draft' | 'review' | 'approved' | 'declined';
const tones: Record<State, TagTone> = {
  live: 'ok',
  draft: 'plain',
  review: 'brand',
  approved: 'plain',
  declined: 'warn',
};

/** All versions that are kept, and the way back to one that was approved. */
export function VersionList({ app, isBusy, problem, onUse }: VersionListProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<number>();
  const isBack = asked !== undefined && asked < (app.live ?? 0);
  return (
    <>
      <ul className="grid">
        {newestFirst(app).map((version) => (
          <li key={version.n} className="border-t border-line py-3 first:border-0 first:pt-0 last:pb-0">
            <VersionRow version={version} live={app.live} isBusy={isBusy} onUse={() => setAsked(version.n)} />
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={asked !== undefined}
        title={t('makers.versions.ask', { n: asked ?? 0 })}
        text={t(isBack ? 'makers.versions.askBack' : 'makers.versions.askForward')}
        tone="brand"
        cancelLabel={t('common.cancel')}
        confirmLabel={t('makers.versions.use')}
        isBusy={isBusy}
        {...(problem === undefined ? {} : { error: problem })}
        onCancel={() => setAsked(undefined)}
        onConfirm={() => {
          if (asked !== undefined) void onUse(asked).then((isDone) => isDone && setAsked(undefined));
        }}
      />
    </>
  );
}

type VersionRowProps = { version: AppVersion; live: number | undefined; isBusy: boolean; onUse: () => void };

function VersionRow({ version, live, isBusy, onUse }: VersionRowProps) {
  const { t, i18n } = useTranslation();
  const { n, note, created, decided } = version;
  const state = stateOf(version, live);
  const at = decided ?? created;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <div className="grid min-w-44 flex-1 gap-0.5">
        <span className="flex flex-wrap items-center gap-2">
          <b className="font-semibold">{t('makers.version', { n })}</b>
          <Tag tone={tones[state]}>{t(`makers.versions.state.${state}`)}</Tag>
        </span>
        <span className="text-13 text-ink-soft">
          <time dateTime={isoTime(at)}>{momentYearText(at, i18n.language)}</time>
        </span>
        {note !== undefined && (
          <p dir="auto" className="text-13 [overflow-wrap:anywhere] whitespace-pre-wrap text-ink">
            <span className="text-ink-soft">{t('makers.versions.note')}</span> {note}
          </p>
        )}
      </div>
      {state === 'approved' && (
        <Button
          kind="quiet"
          size="small"
          isDisabled={isBusy}
          label={`${t('makers.versions.use')} · ${t('makers.version', { n })}`}
          aria-haspopup="dialog"
          onClick={onUse}
        >
          {t('makers.versions.use')}
        </Button>
      )}
    </div>
  );
}

function stateOf({ n, st }: AppVersion, live: number | undefined): State {
  const { versionState } = makerChoices;
  if (n === live) return 'live';
  if (st === versionState.draft) return 'draft';
  if (st === versionState.review) return 'review';
  return st === versionState.approved ? 'approved' : 'declined';
}
