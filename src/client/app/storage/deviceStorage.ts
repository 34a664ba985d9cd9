import { browserSpace } from '#client/adapters/browser/browserSpace.ts';
import type { DeviceStorage, StorageReport } from '#client/context.ts';
import type { ChatId } from '#protocol/ids.ts';
import { evictChat } from '#sync/eviction/evictChats.ts';
import { measureChats } from '#sync/eviction/measureChats.ts';
import { keptKey, keptRow, readPlaces } from '#sync/eviction/placeRows.ts';
import type { LocalStore, TabLine } from '#sync/ports.ts';
import { publish } from '#sync/publish.ts';

interface Deps {
  store: LocalStore;
  line: TabLine;
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

/** Forgets the messages of one chat, or of all; they come back when somebody looks. Unsent work, drafts and what is unread stay. */
async function clearMessages({ store, line }: Deps, c: ChatId | undefined): Promise<void> {
  const all = await store.read(['chats'], (tx) => tx.range('chats', { index: ':primary' }));
  const commit: Parameters<typeof evictChat>[0]['commit'] = (work) => publish(line, store.commit(work));
  for (const chat of all)
    if (c === undefined || chat.c === c) await evictChat({ read: store.read, commit }, chat.c, 'all');
}
