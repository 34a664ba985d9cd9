import { appState } from '#protocol/entities/appStates.ts';
import type { AppId, UserId } from '#protocol/ids.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { readUnit } from '#server/storage/unit.ts';
import {
  factsColumns,
  factsTables,
  insideText,
  liveText,
  toAppFacts,
  usedText,
  type AppFacts,
  type AppFactsRow,
} from './appRows.ts';

/** Those of `ids` that this person may know of: live ones, those he makes or tests, and closed or removed ones that he has opened. */
export const getApps = readUnit(async (tx, input: { me: UserId; ids: readonly AppId[] }): Promise<AppFacts[]> => {
  const ids = [...new Set(input.ids)];
  const { draft, removed } = appState;
  const rows = await tx.sql<AppFactsRow>(
    `SELECT ${factsColumns} FROM ${factsTables} WHERE a.id IN (${placeholders(ids.length)})
       AND (${liveText} OR (a.state <> ${removed} AND ${insideText}) OR (a.state <> ${draft} AND ${usedText})) ORDER BY a.id`,
    [...ids, input.me, input.me, input.me],
  );
  return rows.map(toAppFacts);
});
