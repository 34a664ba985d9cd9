import { appText } from '#domain/appRules.ts';
import { foldText } from '#domain/foldText.ts';
import { appLanguages, appState } from '#protocol/entities/appStates.ts';
import type { AppId } from '#protocol/ids.ts';
import type { Tx } from '#server/storage/unit.ts';
import { saveAppAccount } from './saveAppAccount.ts';
import { factsColumns, factsTables, toAppFacts, type AppFactsRow } from './appRows.ts';

/**
 * Brings what the list knows of an app up to date with its row; part of every change of what people get. Each language has a row with the name in that language to order by;
 * the words of all languages are in each of them, so that a name is found in whatever language it is typed.
 */
export async function saveAppListing(tx: Tx, app: AppId): Promise<void> {
  await tx.sql('DELETE FROM app_listings WHERE app_id = ?', [app]);
  const [row] = await tx.sql<AppFactsRow>(`SELECT ${factsColumns} FROM ${factsTables} WHERE a.id = ?`, [app]);
  if (row?.state !== appState.live) return;
  await saveAppAccount(tx, app);
  const { manifest, by } = toAppFacts(row);
  const words = [app, by, ...Object.values(manifest.names), ...Object.values(manifest.about)];
  const search = foldText(words.join('\n'));
  for (const lang of appLanguages)
    await tx.sql('INSERT INTO app_listings (app_id, lang, category, name_key, search_text) VALUES (?, ?, ?, ?, ?)', [
      app,
      lang,
      manifest.category,
      foldText(appText(manifest.names, lang)),
      search,
    ]);
}
