import { browserSpace } from '#client/adapters/browser/browserSpace.ts';
import { mediaCache } from '#client/adapters/media/mediaCache.ts';
import type { DeviceStorage, StorageReport } from '#client/context.ts';
import { galleryKinds } from '#client/stores/gallery/GalleryState.ts';
import type { ChatId } from '#protocol/ids.ts';
import { evictChat } from '#sync/eviction/evictChats.ts';
import { measureChats } from '#sync/eviction/measureChats.ts';
import { dropGalleries } from '#sync/eviction/galleryKey.ts';
import { dropShelf } from '#sync/eviction/shelfKey.ts';
import { keptKey, keptRow, readPlaces } from '#sync/eviction/placeRows.ts';
import type { LocalStore, TabLine } from '#sync/ports.ts';
import { publish } from '#sync/publish.ts';
import { readKept } from '../gallery/keptGallery.ts';
import { readKeptFiles } from '../shelf/readKeptFiles.ts';

interface Deps {
  store: LocalStore;
  line: TabLine;
  /** kept files of messages */
  media?: Pick<typeof mediaCache, 'drop'>;
}

/** What the storage page does, over the store of this tab; see {@link DeviceStorage}. */
export function deviceStorage(deps: Deps): DeviceStorage {
  return {
    measure: () => measureDevice(deps.store),
    keepChat: (c, isKept) => keepChat(deps, c, isKept),
    clear: (c) => clearMessages(deps, c),
  };
}

/** How much this device keeps, chat by chat, the biggest first. */
async function measureDevice(store: LocalStore): Promise<StorageReport> {
  const { chats, kept } = await store.read(['chats', 'meta'], async (tx) => ({
    chats: await tx.range('chats', { index: ':primary' }),
    kept: (await readPlaces(tx)).kept,
  }));
  const sizes = await measureChats(store.read, chats);
  const listed = chats.map(({ c }) => ({ c, ...(sizes.get(c) ?? { rows: 0, bytes: 0 }), isKept: kept.has(c) }));
  return { ...(await browserSpace.usage()), chats: listed.toSorted((one, other) => other.bytes - one.bytes) };
}

/** Whether a chat's messages stay on this device whatever their age and number. */
async function keepChat({ store, line }: Deps, c: ChatId, isKept: boolean): Promise<void> {
  await publish(
    line,
    store.commit((tx) => (isKept ? tx.put('meta', [keptRow(c)]) : tx.del('meta', [keptKey(c)]))),
  );
}

/**
 * Forgets the messages of one chat, or of all, with their files and what was known of their galleries; all of it comes back when somebody looks. Unsent work, drafts and what is unread stay, with its files.
 */
async function clearMessages({ store, line, media = mediaCache }: Deps, c: ChatId | undefined): Promise<void> {
  const all = await store.read(['chats'], (tx) => tx.range('chats', { index: ':primary' }));
  const commit: Parameters<typeof evictChat>[0]['commit'] = (work) => publish(line, store.commit(work));
  for (const chat of all) {
    if (c !== undefined && chat.c !== c) continue;
    const before = await filesIn(store, chat.c);
    await evictChat({ read: store.read, commit }, chat.c, 'all');
    await commit(async (tx) => {
      await dropGalleries(tx, chat.c);
      await dropShelf(tx, chat.c);
    });
    const left = await filesIn(store, chat.c);
    await media.drop(new Set([...before].filter((id) => !left.has(id))));
  }
}

/** Ids of the files in a chat's messages, galleries and albums, as far as this device knows them. */
async function filesIn(store: LocalStore, c: ChatId): Promise<Set<string>> {
  return store.read(['msgs', 'meta'], async (tx) => {
    const rows = await tx.range('msgs', { index: ':primary', from: [c, 0], to: [c, Number.MAX_SAFE_INTEGER] });
    const galleries = await Promise.all(galleryKinds.map((kind) => readKept(tx, c, kind)));
    const bodies = [
      ...rows.map(({ b }) => b as { f?: unknown } | undefined),
      ...galleries.flatMap((kept) => kept.entries),
    ];
    const parts = bodies.flatMap((body) => (Array.isArray(body?.f) ? (body.f as { id: string }[]) : []));
    return new Set([...parts.map(({ id }) => id), ...(await readKeptFiles(tx, c))]);
  });
}
