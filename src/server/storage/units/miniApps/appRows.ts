import { appState } from '#protocol/entities/appStates.ts';
import type { AppManifest } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';
import { toAppId } from '#protocol/casts.ts';

/** An app as storage knows it; whoever sends it adds addresses. `by`: display name of its maker. `manifest`: of the version people get, else of the newest. */
export interface AppFacts {
  readonly id: AppId;
  readonly st: number;
  readonly people: number;
  readonly by: string;
  readonly manifest: AppManifest;
}

/** The columns {@link AppFacts} are made of. */
export interface AppFactsRow {
  id: string;
  state: number;
  people: number;
  maker: string;
  manifest: string;
}

/** What to select, and from where, for {@link AppFacts}. */
export const factsColumns = 'a.id, a.state, a.people, u.name AS maker, v.manifest';
export const factsTables = `apps a JOIN users u ON u.id = a.owner_id JOIN app_versions v ON v.app_id = a.id
  AND v.n = coalesce(a.live_n, (SELECT max(w.n) FROM app_versions w WHERE w.app_id = a.id))`;

/** Condition: whoever stands for both parameters makes the app or tests it. */
export const insideText = `(a.owner_id = ? OR EXISTS (SELECT 1 FROM app_testers t WHERE t.app_id = a.id AND t.user_id = ?))`;
/** Condition: whoever stands for the parameter has opened the app. */
export const usedText = 'EXISTS (SELECT 1 FROM app_uses x WHERE x.app_id = a.id AND x.user_id = ?)';
/** Condition: everybody can open the app. */
export const liveText = `a.state = ${appState.live}`;

/** Total. */
export const toAppFacts = (row: AppFactsRow): AppFacts => ({
  id: toAppId(row.id),
  st: row.state,
  people: row.people,
  by: row.maker,
  manifest: JSON.parse(row.manifest) as AppManifest,
});
