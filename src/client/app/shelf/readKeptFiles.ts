import type { ChatId } from '#protocol/ids.ts';
import { shelfKey } from '#sync/eviction/shelfKey.ts';
import type { ReadTx } from '#sync/ports.ts';

/** Ids of the files in the albums of a chat that this device has kept; needs the table `meta`. */
export async function readKeptFiles(tx: ReadTx, c: ChatId): Promise<string[]> {
  const rows = await tx.range('meta', {
    ...{ index: ':primary', from: shelfKey(c, 'album-'), to: shelfKey(c, 'album-~') },
  });
  return rows.flatMap(({ val }) => {
    try {
      const { items } = JSON.parse(String(val)) as { items: { p: { id: string } }[] };
      return items.map(({ p }) => p.id);
    } catch {
      // Kept by another version of the app.
      return [];
    }
  });
}
