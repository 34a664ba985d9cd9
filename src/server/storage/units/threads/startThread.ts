import { canHoldThread } from '#domain/threadRules.ts';
import type { ThreadNews } from '#protocol/entities/chat.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import { findOp } from '#server/storage/rows/findOp.ts';
import { loadSeat } from '#server/storage/rows/loadSeat.ts';
import { lockHead, type LockedHead } from '#server/storage/rows/lockHead.ts';
import { recordOp } from '#server/storage/rows/recordOp.ts';
import type { MemberRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import { requireSend } from '#server/storage/rows/requireSend.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { signatureOf } from '#server/storage/units/chats/enterChat.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import { changedMessage } from '#server/storage/units/messages/changedMessage.ts';
import type { MessageChange } from '#server/storage/units/messages/changeTypes.ts';
import { loadMessage } from '#server/storage/units/messages/loadMessage.ts';
import { writeExtras } from '#server/storage/units/messages/writeExtras.ts';
import { readOverlay } from '#server/storage/units/sync/readOverlay.ts';
import { readThreadNews, withOwn } from '#server/storage/units/sync/readThreads.ts';
import { followThread } from './followThread.ts';
import { tellThread } from './tellThread.ts';
import type { ThreadTold } from './ThreadTold.ts';

/** On which message somebody begins a thread. */
export interface StartThreadInput {
  c: ChatId;
  userId: UserId;
  s: number;
  op: OpId;
}

/** A thread that was begun, or was there already. */
export interface StartedThread extends MessageChange {
  thread: ThreadNews;
  told?: ThreadTold;
  /** people whose own rows changed */
  people: UserId[];
}

/**
 * Begins a thread under the lock of the message's chat: whoever is second gets the first one's. Whoever begins it follows it. Refusals: NOT_MEMBER, NOT_FOUND, FORBIDDEN, FROZEN, MUTED, SLOW, GONE,
 * WINDOW, FULL.
 */
export const startThread = writeUnit(async (tx: Tx, input: StartThreadInput): Promise<StartedThread> => {
  const head = await lockHead(tx, input.c);
  const member = await loadSeat(tx, head, input.userId, 'lock');
  const row = await loadMessage(tx, head, member, input.s);
  const known = await findThread(tx, row);
  if (known !== undefined)
    return { ...(await readKnown(tx, known, input.userId)), r: row.rev, personal: [], reads: [], people: [] };
  if (await findOp(tx, input.userId, input.op)) throw new AppError('GONE');
  requireRight(tx, head, member, row);
  if ((await countOpen(tx, head)) >= limits.openThreadsMax) throw new AppError('FULL');
  const thread = await insertThread(tx, head, member, row);
  await writeExtras(tx, head, row, { th: { c: toChatId(thread.chat_id) } });
  await writeHead(tx, head);
  await recordOp(tx, input.userId, input.op, { r: row.rev });
  await followThread(tx, thread, [input.userId], { seq: thread.last_seq, n: thread.n });
  await stampUrevs(tx, toChatId(communityOf(head)), [input.userId]);
  const told = await tellThread(tx, await lockHead(tx, toChatId(thread.chat_id)));
  return {
    ...changedMessage(head, row, input.userId),
    ...{ thread: told.news, told, r: row.rev, reads: [], people: [input.userId] },
  };
});

async function findThread(tx: Tx, { chat_id: c, seq }: MessageRow): Promise<number | undefined> {
  const [found] = await tx.sql<{ id: number }>('SELECT id FROM chats WHERE root_chat = ? AND root_seq = ?', [c, seq]);
  return found?.id;
}

async function readKnown(tx: Tx, c: number, user: UserId): Promise<{ thread: ThreadNews }> {
  const [head] = await tx.sql<LockedHead>(
    'SELECT h.*, c.root_chat, c.root_seq FROM chat_heads h JOIN chats c ON c.id = h.chat_id WHERE h.chat_id = ?',
    [c],
  );
  if (!head) throw new AppError('NOT_FOUND');
  const own = (await readOverlay(tx, head)).find(({ person }) => person === user);
  return { thread: withOwn(await readThreadNews(tx, head), own) };
}

function requireRight(tx: Tx, head: LockedHead, member: MemberRow, row: MessageRow): void {
  if (head.root_chat !== null) throw new AppError('FORBIDDEN');
  requireSend(standingOf(head, member), member, tx.now);
  if (row.deleted_at !== null) throw new AppError('GONE');
  if (row.n === null) throw new AppError('FORBIDDEN');
  if (!canHoldThread({ kind: row.kind, at: row.created_at }, tx.now)) throw new AppError('WINDOW');
}

async function countOpen(tx: Tx, head: LockedHead): Promise<number> {
  const [found] = await tx.sql<{ open: number }>(
    `SELECT count(*) AS open FROM chats r JOIN chat_heads h ON h.chat_id = r.id
      WHERE r.parent_id = ? AND r.root_chat IS NOT NULL AND r.ended_at IS NULL AND h.bump_at > ?`,
    [communityOf(head), tx.now - limits.threadIdleMs],
  );
  return found?.open ?? 0;
}

/** Its kind is that of its chat, whose rules and names hold in it. Its first line says by whom it was begun, so that it has a position to read from. */
async function insertThread(tx: Tx, head: LockedHead, member: MemberRow, row: MessageRow): Promise<LockedHead> {
  const id = tx.ids.id();
  await tx.sql(
    'INSERT INTO chats (id, kind, parent_id, root_chat, root_seq, member_cap, receipts, created_at) VALUES (?, ?, ?, ?, ?, ?, 0, ?)',
    [id, head.kind, communityOf(head), row.chat_id, row.seq, head.member_cap, tx.now],
  );
  await tx.sql('INSERT INTO chat_heads (chat_id, bump_at, last_at) VALUES (?, ?, ?)', [id, tx.now, tx.now]);
  // Nobody knows the thread yet, so its lock waits for nobody.
  const thread = await lockHead(tx, toChatId(id));
  const by = toMemberId(member.mid);
  const { pver, nickname } = await signatureOf(tx, head, member);
  await appendSystemLine(tx, thread, { mid: by, pver, nickname, body: { ev: 'thread', by } });
  await writeHead(tx, thread);
  return thread;
}
