import { limits } from '#protocol/limits.ts';
import { mediaUse } from '#server/storage/schema/mediaTables.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { callKeptMs } from './withCall.ts';

const dayMs = 24 * 3_600_000;
/** A moderator may let a held card in for so long, ms. */
const heldMs = 30 * dayMs;

/** Forgets old calls, cards that nobody shared and places that became none, and gives pictures to deletion that no card shows. At most `limit` of each; answers the most of one kind. */
export const cleanCards = writeUnit(async (tx, { limit }: { limit: number }): Promise<number> => {
  const calls = await tx.sql<{ key: string }>(
    'DELETE FROM app_calls WHERE (app_id, key) IN (SELECT app_id, key FROM app_calls WHERE at <= ? LIMIT ?) RETURNING key',
    [tx.now - callKeptMs, limit],
  );
  const places = await tx.sql(
    'DELETE FROM app_card_places WHERE name IN (SELECT name FROM app_card_places WHERE seq IS NULL AND at < ? LIMIT ?) RETURNING name',
    [tx.now - heldMs, limit],
  );
  const cards = await tx.sql(
    `DELETE FROM app_cards WHERE id IN (SELECT k.id FROM app_cards k WHERE k.made_at < ?
       AND NOT EXISTS (SELECT 1 FROM app_card_places p WHERE p.card_id = k.id) LIMIT ?) RETURNING id`,
    [tx.now - limits.cardPreparedMs - dayMs, limit],
  );
  const pictures = await tx.sql<{ id: string }>(
    `UPDATE media SET deleted_at = ? WHERE used_as = ${mediaUse.card} AND deleted_at IS NULL AND created_at < ?
       AND NOT EXISTS (SELECT 1 FROM app_cards k WHERE k.picture = media.id) RETURNING id`,
    [tx.now, tx.now - dayMs],
  );
  const gone = pictures.map(({ id }) => id);
  if (gone.length > 0) await tx.sql(`DELETE FROM app_pictures WHERE id IN (${placeholders(gone.length)})`, gone);
  return Math.max(calls.length, places.length, cards.length);
});
