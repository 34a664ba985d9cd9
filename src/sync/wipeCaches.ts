import type { ChatId } from '#protocol/ids.ts';
import type { OutboxEntry } from './changes.ts';
import { highest } from './lanes.ts';
import { emptySync } from './merge/spans.ts';
import type { WriteTx } from './ports.ts';

/**
 * Empties everything that can be fetched again, after the server's data was replaced. What the person did and wrote stays: outbox, drafts. Sends that an
 * earlier generation had acknowledged go out again; the server tells by their ids whether it still has them. Acknowledged edits and reactions are
 * dropped: their positions belong to the old numbering.
 */
export async function wipeCaches(tx: WriteTx): Promise<void> {
  await tx.wipe(['chats', 'msgs', 'members', 'users', 'contacts', 'prefs', 'hidden', 'keeps', 'marks', 'quarantine']);
  await tx.del('meta', ['gen', 'urev']);
  await queueAckedAgain(tx);
}

/**
 * Empties what an app of another version has cached, whose rows this one may not understand. The server's data is the same, so its generation and the read
 * positions on their way stay too; what was acknowledged and is not seen yet goes out again as after a wipe.
 */
export async function renewCache(tx: WriteTx, version: number): Promise<void> {
  await tx.wipe(['chats', 'msgs', 'members', 'users', 'contacts', 'prefs', 'hidden', 'keeps', 'quarantine']);
  await tx.del('meta', ['urev']);
  await tx.put('meta', [{ key: 'cacheVer', val: version }]);
  await queueAckedAgain(tx);
}

async function queueAckedAgain(tx: WriteTx): Promise<void> {
  const acked = (await tx.range('outbox', { index: ':primary' })).filter((entry) => entry.state === 'acked');
  const isSend = (entry: OutboxEntry): boolean => entry.action.t === 'send';
  await tx.del(
    'outbox',
    acked.filter((entry) => !isSend(entry)).map((entry) => entry.id),
  );
  const again = acked
    .filter(isSend)
    .map(({ s: _s, r: _r, n: _n, sentAt: _sentAt, ...entry }) => ({ ...entry, state: 'queued' as const }));
  if (again.length > 0) await tx.put('outbox', again);
}

/** The same for one chat whose cache is ahead of the server: everything is asked for again at the next sync. */
export async function wipeChat(tx: WriteTx, c: ChatId): Promise<void> {
  const chat = await tx.get('chats', c);
  if (!chat) return;
  await tx.delRange('msgs', [c, 0], [c, highest]);
  await tx.delRange('members', [c, 0], [c, highest]);
  const me = { ...chat.me, mv: 0, rs: 0, lo: 0 };
  const head = { ...chat.head, rev: 0 };
  await tx.put('chats', [
    { ...chat, me, head, meta: { ...chat.meta, r: 0 }, haveRev: 0, umRev: 0, sync: emptySync(0) },
  ]);
}
