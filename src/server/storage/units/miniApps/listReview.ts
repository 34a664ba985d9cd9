import { appState, versionState } from '#protocol/entities/appStates.ts';
import type { AppManifest } from '#protocol/entities/miniApps.ts';
import type { UserId } from '#protocol/ids.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';
import { factsColumns, factsTables, toAppFacts, type AppFacts, type AppFactsRow } from './appRows.ts';
import { toVersionFacts, versionColumns, type VersionFacts, type VersionRow } from './listMadeApps.ts';
import { requireAdmin } from './reviewApp.ts';

/** One report. Who made it is not read at all. */
interface ReportFacts {
  id: string;
  at: number;
  reason: string;
  note?: string;
}
export interface ReviewFacts {
  waiting: { app: AppFacts; version: VersionFacts; live?: AppManifest }[];
  reports: { app: AppFacts; reports: ReportFacts[] }[];
  closed: { app: AppFacts; note: string }[];
}

const listMax = 100;
const reportsMax = 50;

/** What waits for the administrators of the installation. Throws FORBIDDEN. */
export const listReview = readUnit(async (tx, { user }: { user: UserId }): Promise<ReviewFacts> => {
  await requireAdmin(tx, user);
  return { waiting: await readWaiting(tx), reports: await readReports(tx), closed: await readClosed(tx) };
});

type WaitingRow = VersionRow & { live: string | null; app_state: number; people: number; maker: string };

async function readWaiting(tx: Tx): Promise<ReviewFacts['waiting']> {
  const rows = await tx.sql<WaitingRow>(
    `SELECT ${versionColumns}, l.manifest AS live, a.state AS app_state, a.people, u.name AS maker
       FROM app_versions v JOIN apps a ON a.id = v.app_id JOIN users u ON u.id = a.owner_id
       LEFT JOIN app_versions l ON l.app_id = a.id AND l.n = a.live_n
      WHERE v.state = ${versionState.review} AND a.state <> ? ORDER BY v.created_at, v.app_id LIMIT ${listMax}`,
    [appState.removed],
  );
  return rows.map((row) => ({
    app: toAppFacts({ ...row, id: row.app_id, state: row.app_state }),
    version: toVersionFacts(row),
    ...(row.live === null ? {} : { live: JSON.parse(row.live) as AppManifest }),
  }));
}

async function readReports(tx: Tx): Promise<ReviewFacts['reports']> {
  const apps = await tx.sql<AppFactsRow>(
    `SELECT ${factsColumns} FROM ${factsTables}
      WHERE a.id IN (SELECT r.app_id FROM app_reports r WHERE r.state = 0) ORDER BY a.id LIMIT ${listMax}`,
    [],
  );
  if (apps.length === 0) return [];
  const rows = await tx.sql<{ app_id: string; id: string; at: number; reason: string; note: string | null }>(
    `SELECT app_id, id, at, reason, note FROM app_reports
      WHERE state = 0 AND app_id IN (${placeholders(apps.length)}) ORDER BY at DESC, id`,
    apps.map(({ id }) => id),
  );
  return apps.map((app) => ({
    app: toAppFacts(app),
    reports: rows
      .filter((row) => row.app_id === app.id)
      .slice(0, reportsMax)
      .map(({ id, at, reason, note }) => ({ id, at, reason, ...(note === null ? {} : { note }) })),
  }));
}

async function readClosed(tx: Tx): Promise<ReviewFacts['closed']> {
  const rows = await tx.sql<AppFactsRow & { note: string | null }>(
    `SELECT ${factsColumns}, a.note FROM ${factsTables} WHERE a.state = ? ORDER BY a.id LIMIT ${listMax}`,
    [appState.closed],
  );
  return rows.map((row) => ({ app: toAppFacts(row), note: row.note ?? '' }));
}
