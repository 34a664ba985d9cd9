import { writeUnit } from '#server/storage/unit.ts';

/** Under which key bytes go into the store. `isThere`: they lie there already, whole. */
export interface HeldKey {
  readonly key: string;
  readonly isThere: boolean;
}

/**
 * Names bytes by their SHA-256 before they are stored: then nothing in the store is ever without a row by which it is found and deleted. For some hours it is not collected, though nothing refers to it. Bytes that
 * are just being deleted get another key: the deletion may come late. `fresh`: the key they get when there is none.
 */
export const holdStored = writeUnit(async (tx, input: { sum: string; fresh: string }): Promise<HeldKey> => {
  const [known] = await tx.sql<{ key: string; uses: number }>(
    `UPDATE stored_files SET touched_at = ? WHERE sum = ? AND is_dying = 0
      RETURNING key, (SELECT count(*) FROM file_copies c WHERE c.key = stored_files.key) AS uses`,
    [tx.now, input.sum],
  );
  if (known) return { key: known.key, isThere: known.uses > 0 };
  await tx.sql('INSERT INTO stored_files (key, sum, touched_at) VALUES (?, ?, ?)', [input.fresh, input.sum, tx.now]);
  return { key: input.fresh, isThere: false };
});
