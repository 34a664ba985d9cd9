import type { GuardedKind } from '#protocol/entities/guardedKinds.ts';
import { limits } from '#protocol/limits.ts';
import type { Tx } from '#server/storage/unit.ts';
import { actState, type ActRow } from './actTypes.ts';
import { guardiansOf } from './guardiansOf.ts';

/** Who does what kind of thing where. */
export interface Doing {
  c: number;
  /** a room: the community it belongs to, whose leaders may undo it */
  home?: number;
  by: number;
  /** rev of the chat before it */
  rev: number;
  kind: GuardedKind;
}

/**
 * Notes what was just done, so that it can be undone: in the act of the same person and kind that began within ten minutes, or in a new one. `merge` gets
 * the payload so far. Call it before the change itself, or the people it takes the role from are not among those who may undo it. Answers the act's id.
 */
export async function noteAct<Payload>(
  tx: Tx,
  { c, home = c, by, rev, kind }: Doing,
  merge: (payload: Payload | undefined) => Payload,
): Promise<string> {
  // What a second admin approved was looked at: nothing more is added to it.
  const [open] = await tx.sql<ActRow>(
    `SELECT * FROM guarded_acts WHERE chat_id = ? AND by_mid = ? AND kind = ? AND state = ${actState.done} AND at > ?
      AND decided_by IS NULL ORDER BY at DESC LIMIT 1`,
    [c, by, kind, tx.now - limits.guardWindowMs],
  );
  const payload = JSON.stringify(merge(open && (JSON.parse(open.payload) as Payload)));
  const until = tx.now + limits.undoMs;
  if (open) {
    await tx.sql('UPDATE guarded_acts SET payload = ?, undo_until = ? WHERE id = ?', [payload, until, open.id]);
    return open.id;
  }
  const id = tx.ids.uuid();
  const guardians = JSON.stringify(await guardiansOf(tx, home));
  await tx.sql(
    `INSERT INTO guarded_acts (id, chat_id, kind, state, by_mid, rev, at, undo_until, guardians, payload)
      VALUES (?, ?, ?, ${actState.done}, ?, ?, ?, ?, ?, ?)`,
    [id, c, kind, by, rev, tx.now, until, guardians, payload],
  );
  return id;
}
