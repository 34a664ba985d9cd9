import type { QuarantineRow } from './changes.ts';
import { highest } from './lanes.ts';
import type { WriteTx } from './ports.ts';

/**
 * Rows that are kept. They are there to be looked at when something is wrong, for which the newest are enough; a fault that breaks every row must not fill
 * the disk. Of the longest texts that is 4 MB, of usual ones 100 KB.
 */
const keptRows = 200;

/** Puts rows away that could not be applied; the oldest beyond the limit go. */
export async function quarantineRows(tx: WriteTx, rows: readonly Omit<QuarantineRow, 'id'>[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.put('quarantine', rows.slice(-keptRows));
  const surplus = (await tx.count('quarantine', { from: 0, to: highest })) - keptRows;
  if (surplus <= 0) return;
  const oldest = await tx.range('quarantine', { index: ':primary', limit: surplus });
  await tx.del(
    'quarantine',
    oldest.flatMap(({ id }) => (id === undefined ? [] : [id])),
  );
}
