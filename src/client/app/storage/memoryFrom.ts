import { memoryData, memoryStore, type TableRows } from '#client/adapters/memory/memoryStore.ts';
import type { ChangeBatch, LocalChat, LocalMessage } from '#sync/changes.ts';
import { forgetRows, stayFrom } from '#sync/eviction/evictionRules.ts';
import type { LocalStore, Log, ReadTx, WriteTx } from '#sync/ports.ts';
import type { Unsent } from './storeSwitch.ts';

/** Messages of each chat that come along: enough to go on reading; the rest is fetched when somebody looks. */
const rowsPerChat = 200;
const highest = Number.MAX_SAFE_INTEGER;
const copied = [
  'meta',
  'leases',
  'chats',
  'outbox',
  'marks',
  'members',
  'users',
  'contacts',
  'prefs',
  'drafts',
  'uploads',
  'hidden',
  'keeps',
] as const;

/**
 * A store in memory with what a database still gives, which can be nothing: then the person's unsent work comes from what the tab holds. What was waiting on
 * the disk and has been sent or taken back in the meantime is taken away there too, so that the next start does not send it again.
 */
export async function memoryFrom(
  disk: LocalStore | undefined,
  deps: { log: Log; unsent(): Unsent },
): Promise<LocalStore> {
  const rows = await readRows(disk, deps);
  // Above every number that this tab has heard of.
  const data = memoryData(rows, Date.now());
  if (disk) {
    const onDisk = new Set((rows.outbox ?? []).map(({ id }) => id));
    data.beforeCommit = (batch) => {
      disk.commit((tx) => follow(tx, batch, onDisk)).catch(() => undefined);
    };
  }
  return memoryStore(data);
}

async function readRows(
  disk: LocalStore | undefined,
  { log, unsent }: { log: Log; unsent(): Unsent },
): Promise<TableRows> {
  if (!disk) return { ...unsent() };
  try {
    return await disk.read([...copied, 'msgs'], readAll);
  } catch (error) {
    log.warn('memory.fromNothing', { error: String(error) });
    return { ...unsent() };
  }
}

async function readAll(tx: ReadTx): Promise<TableRows> {
  const [meta, leases, chats, outbox, marks, members, users, contacts, prefs, drafts, uploads, hidden, keeps] =
    await Promise.all([
      tx.range('meta', { index: ':primary' }),
      tx.range('leases', { index: ':primary' }),
      tx.range('chats', { index: ':primary' }),
      tx.range('outbox', { index: ':primary' }),
      tx.range('marks', { index: ':primary' }),
      tx.range('members', { index: ':primary' }),
      tx.range('users', { index: ':primary' }),
      tx.range('contacts', { index: ':primary' }),
      tx.range('prefs', { index: ':primary' }),
      tx.range('drafts', { index: ':primary' }),
      tx.range('uploads', { index: ':primary' }),
      tx.range('hidden', { index: ':primary' }),
      tx.range('keeps', { index: ':primary' }),
    ]);
  const parts = await Promise.all(chats.map((chat) => readChat(tx, chat)));
  const kept = { meta, leases, outbox, marks, members, users, contacts, prefs, drafts, uploads, hidden, keeps };
  return { ...kept, chats: parts.map(({ chat }) => chat), msgs: parts.flatMap(({ msgs }) => msgs) };
}

/** The newest messages of a chat, and its claims without the others. */
async function readChat(tx: ReadTx, chat: LocalChat): Promise<{ chat: LocalChat; msgs: LocalMessage[] }> {
  const { c } = chat;
  const all = await tx.range('msgs', { index: ':primary', from: [c, 0], to: [c, highest] });
  const below = all.filter(({ s }) => s < stayFrom(chat));
  const count = Math.min(below.length, Math.max(0, all.length - rowsPerChat));
  const lane = await tx.range('outbox', { index: '[lane+id]', from: [`c:${c}`, 0], to: [`c:${c}`, highest] });
  const needed = all.flatMap(({ s, need }) => (need === undefined ? [] : [s]));
  const after = forgetRows({ chat, lane, needed, from: 0, rows: below, isAll: true }, count);
  const gone = new Set(after.gone);
  return { chat: after.chat, msgs: all.filter(({ s }) => !gone.has(s)) };
}

/** Tries to tell the disk what became of the entries and drafts that it holds. A disk that takes nothing is why we are here. */
async function follow(tx: WriteTx, { tables }: ChangeBatch, onDisk: Set<number>): Promise<void> {
  const entries = tables.outbox;
  await tx.del('outbox', entries?.del.filter((id) => onDisk.has(id)) ?? []);
  await tx.put('outbox', entries?.put.filter(({ id }) => onDisk.has(id)) ?? []);
  await tx.del('drafts', tables.drafts?.del ?? []);
  await tx.put('drafts', tables.drafts?.put ?? []);
}
