import { foldText } from '#domain/foldText.ts';
import type { AppLanguage } from '#protocol/entities/appStates.ts';
import { limits } from '#protocol/limits.ts';
import type { SqlValue } from '#server/storage/unit.ts';
import { readUnit } from '#server/storage/unit.ts';
import { factsColumns, factsTables, liveText, toAppFacts, type AppFacts, type AppFactsRow } from './appRows.ts';

export interface FindAppsInput {
  q?: string | undefined;
  cat?: string | undefined;
  sort?: 'people' | 'name' | undefined;
  lang?: AppLanguage | undefined;
  after?: number | undefined;
}

/** Apps everybody can open whose names, lines or maker contain the words; folded alike on both sides, so that width, case and kana do not matter. */
export const findApps = readUnit(
  async (
    tx,
    { q = '', cat, sort = 'people', lang = 'en', after = 0 }: FindAppsInput,
  ): Promise<{ apps: AppFacts[]; isMore: boolean }> => {
    // A database cannot look for a NUL, which no word has.
    const words = foldText(q.replaceAll('\0', ' ')).split(/\s+/u).filter(Boolean);
    const conditions = [liveText, 'l.lang = ?'];
    const params: SqlValue[] = [lang];
    for (const word of words) {
      conditions.push(`l.search_text LIKE ? ESCAPE '!'`);
      params.push(`%${word.replace(/[!%_]/g, '!$&')}%`);
    }
    if (cat !== undefined) {
      conditions.push('l.category = ?');
      params.push(cat);
    }
    const order = sort === 'name' ? 'l.name_key, a.id' : 'a.people DESC, a.id';
    const rows = await tx.sql<AppFactsRow>(
      `SELECT ${factsColumns} FROM ${factsTables} JOIN app_listings l ON l.app_id = a.id
        WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ${limits.appsPage + 1} OFFSET ?`,
      [...params, after],
    );
    return { apps: rows.slice(0, limits.appsPage).map(toAppFacts), isMore: rows.length > limits.appsPage };
  },
);
