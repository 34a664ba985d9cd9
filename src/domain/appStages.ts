import { appState, versionState } from '#protocol/entities/appStates.ts';
import type { AppManifest, AppVersion, MadeApp } from '#protocol/entities/miniApps.ts';

/** Where an app is, in the words of its maker. */
export type AppStage = 'draft' | 'review' | 'declined' | 'live' | 'closed' | 'removed';

/** Its versions, the newest first. */
export const newestFirst = (app: Pick<MadeApp, 'versions'>): AppVersion[] =>
  app.versions.toSorted((one, other) => other.n - one.n);

/** The version that is being written or waits for a reviewer; undefined when the last word on each was spoken. */
export const openVersion = (app: Pick<MadeApp, 'versions'>): AppVersion | undefined =>
  newestFirst(app).find(({ st }) => st === versionState.draft || st === versionState.review);

/** What the next version is written from: the open one, else the newest. */
export const baseManifest = (app: Pick<MadeApp, 'versions'>): AppManifest | undefined =>
  (openVersion(app) ?? newestFirst(app)[0])?.manifest;

/** All that is true of an app at once: people may have one version while the next one waits. The first is the most important. */
export function stagesOf(app: Pick<MadeApp, 'st' | 'versions'>): AppStage[] {
  if (app.st === appState.removed) return ['removed'];
  const open = openVersion(app);
  const isDeclined = newestFirst(app)[0]?.st === versionState.declined;
  const next: AppStage[] = open
    ? [open.st === versionState.review ? 'review' : 'draft']
    : isDeclined
      ? ['declined']
      : [];
  if (app.st === appState.closed) return ['closed', ...next];
  if (app.st === appState.live) return ['live', ...next];
  return next.length === 0 ? ['draft'] : next;
}
