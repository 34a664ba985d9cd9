import type { WriteTx } from '../ports.ts';

/** Deletes the single values whose keys begin so; what is behind is letters, digits and hyphens, and `~` comes after them all. */
export async function dropMeta(tx: WriteTx, prefix: string): Promise<void> {
  const rows = await tx.range('meta', { index: ':primary', from: prefix, to: `${prefix}~` });
  await tx.del(
    'meta',
    rows.map(({ key }) => key),
  );
}
