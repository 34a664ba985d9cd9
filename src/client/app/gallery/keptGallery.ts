import type { GalleryEntry, GalleryKind, GalleryState } from '#client/stores/gallery/GalleryState.ts';
import type { ChatId } from '#protocol/ids.ts';
import { galleryKey } from '#sync/eviction/galleryKey.ts';
import type { LocalStore, ReadTx, TabLine } from '#sync/ports.ts';
import { publish } from '#sync/publish.ts';

/** What this device has kept of the server's answers about a gallery: it is looked at without a network too. */
export interface KeptGallery {
  entries: readonly GalleryEntry[];
  counts: ReadonlyMap<string, readonly number[]>;
}

/** Messages of a gallery that a device keeps, the newest ones: about a megabyte at most. */
const keptMax = 2_000;

/** Reads it; needs the table `meta`. What is none, is nothing. */
export async function readKept(tx: ReadTx, c: ChatId, kind: GalleryKind): Promise<KeptGallery> {
  const row = await tx.get('meta', galleryKey(c, kind));
  try {
    const { entries, counts } = JSON.parse(String(row?.val)) as {
      entries: GalleryEntry[];
      counts: [string, number[]][];
    };
    return { entries, counts: new Map(counts) };
  } catch {
    // Nothing was kept, or by another version of the app.
    return { entries: [], counts: new Map() };
  }
}

/** Keeps what is known of a gallery. */
export async function keepGallery(
  { store, line }: { store: LocalStore; line: TabLine },
  c: ChatId,
  { kind, entries, counts }: GalleryState,
): Promise<void> {
  const val = JSON.stringify({ entries: entries.slice(0, keptMax), counts: [...counts] });
  const work = store.commit(async (tx) => {
    // A chat that has gone meanwhile leaves nothing behind.
    if (await tx.get('chats', c)) await tx.put('meta', [{ key: galleryKey(c, kind), val }]);
  });
  // Told like every write: a number that is missing makes all tabs read everything anew.
  await publish(line, work);
}
