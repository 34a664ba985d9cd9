import { writeUnit } from '#server/storage/unit.ts';

/** Forgets acts that cannot be undone any more, and the messages they took away. Answers how many there were, at most `limit`. */
export const cleanActs = writeUnit(async (tx, input: { limit: number }): Promise<number> => {
  const old = await tx.sql<{ id: string }>(
    'SELECT id FROM guarded_acts WHERE undo_until < ? ORDER BY undo_until LIMIT ?',
    [tx.now, input.limit],
  );
  for (const { id } of old) {
    await tx.sql('DELETE FROM deleted_messages WHERE act_id = ?', [id]);
    await tx.sql('DELETE FROM guarded_acts WHERE id = ?', [id]);
  }
  return old.length;
});
