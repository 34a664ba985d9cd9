import { AppError } from '#protocol/errors.ts';
import type { Tx } from '#server/storage/unit.ts';

/** A case of reports. `state`: 0 open, 1 decided. */
export interface CaseRow {
  mid: number;
  seq: number | null;
  state: number;
  taken_by: number | null;
}

/** The reports of a case, as one. Throws NOT_FOUND. */
export async function findCase(tx: Tx, c: number, id: string): Promise<CaseRow> {
  const [row] = await tx.sql<CaseRow>(
    'SELECT mid, seq, state, taken_by FROM reports WHERE chat_id = ? AND case_id = ? ORDER BY state, at LIMIT 1',
    [c, id],
  );
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}
