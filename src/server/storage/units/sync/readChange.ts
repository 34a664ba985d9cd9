import type { ChatId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/ids.ts';
import { chatKind, type Delta } from '#protocol/entities/chat.ts';
import { roomDelta } from '../../rows/roomDelta.ts';
import type { ChatRow, HeadRow, MemberRow, MessageRow } from '../../rows/rowTypes.ts';
import { toMem } from '../../rows/toMem.ts';
import { toMeta } from '../../rows/toMeta.ts';
import { toRow } from '../../rows/toRow.ts';
import { readUnit, type Tx } from '../../unit.ts';
import type { ChatChange } from '../chats/chatChange.ts';
import { readOverlay } from './readOverlay.ts';
import { readReactions } from './readReactions.ts';
import { readReset } from './readReset.ts';

/** With more changed messages than this, telling them one by one is worse than starting over. */
const rowsMax = 500;

/**
 * Everything that changed in a chat after rev `a`, as a room may see it: content only from the room's floor on, older rows as `touch`, unsent ones always as
 * empty rows. Undefined when nothing is newer. A write unit calls it at its end; healing calls it for what was not announced.
 */
export async function readChange(tx: Tx, c: ChatId, a: number): Promise<ChatChange | undefined> {
  const [head] = await tx.sql<HeadRow>('SELECT * FROM chat_heads WHERE chat_id = ?', [c]);
  const [chat] = await tx.sql<ChatRow>('SELECT * FROM chats WHERE id = ?', [c]);
  if (!head || !chat || head.rev <= a) return undefined;
  const changed = await tx.sql<MessageRow>(
    `SELECT * FROM messages WHERE chat_id = ? AND rev > ? AND rev <= ? ORDER BY rev LIMIT ${rowsMax + 1}`,
    [c, a, head.rev],
  );
  const isReset = changed.length > rowsMax;
  const { messages, delta } = isReset ? await readFresh(tx, head, chat, a) : await readParts(tx, head, chat, a, changed);
  const hidden = messages.flatMap(({ seq, hidden_for: from }) => (from === null ? [] : { seq, from: toUserId(from) }));
  const overlay = head.last_seq > 0 && chat.kind === chatKind.dm ? await readOverlay(tx, head) : [];
  return {
    kind: chat.kind,
    delta,
    ...(hidden.length > 0 ? { hidden } : {}),
    ...(overlay.length > 0 ? { overlay } : {}),
  };
}

/** Members and slow part, where they changed. */
async function readFrame(tx: Tx, head: HeadRow, chat: ChatRow, a: number) {
  const members =
    head.mrev > a
      ? await tx.sql<MemberRow>('SELECT * FROM members WHERE chat_id = ? AND rev > ? ORDER BY rev, mid', [chat.id, a])
      : [];
  return { mem: members.map(toMem), ...(chat.rev > a ? { meta: toMeta(chat) } : {}) };
}

async function readParts(tx: Tx, head: HeadRow, chat: ChatRow, a: number, changed: MessageRow[]) {
  const rx = await readReactions(tx, chat.id as ChatId, a, changed);
  const calm = await findReactionOnly(tx, a, changed, new Set(rx.map(([seq]) => seq)));
  const messages = changed.filter(({ seq }) => !calm.has(seq));
  const frame = await readFrame(tx, head, chat, a);
  return { messages, delta: roomDelta(head, a, { ...frame, rows: messages.map(toRow), rx }) };
}

async function readFresh(tx: Tx, head: HeadRow, chat: ChatRow, a: number) {
  const from = Math.max(head.live_floor, head.min_seq);
  const { messages, del } = await readReset(tx, chat.id as ChatId, a, from);
  const frame = await readFrame(tx, head, chat, a);
  const delta: Delta = { ...roomDelta(head, a, { ...frame, rows: messages.map(toRow) }), reset: 1 };
  return { messages, delta: del.length > 0 ? { ...delta, del } : delta };
}

/** Messages of which nothing but the reactions changed: their totals say it all, and totals are no secret. */
async function findReactionOnly(tx: Tx, a: number, changed: readonly MessageRow[], reacted: ReadonlySet<number>) {
  const calm = changed.filter((row) => row.seq <= a && row.deleted_at === null && reacted.has(row.seq));
  const seqs = new Set(calm.map(({ seq }) => seq));
  const [first] = calm;
  if (!first) return seqs;
  const edited = await tx.sql<{ seq: number }>(
    `SELECT seq FROM message_versions WHERE chat_id = ? AND rev > ? AND seq IN (${calm.map(() => '?').join(', ')})`,
    [first.chat_id, a, ...seqs],
  );
  for (const { seq } of edited) seqs.delete(seq);
  return seqs;
}

/** {@link readChange} for healing. */
export const loadChange = readUnit((tx, input: { c: ChatId; since: number }) => readChange(tx, input.c, input.since));
