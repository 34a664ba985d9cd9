import type { Delta, LastMessage } from '#protocol/entities/chat.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toChatId, toUserId } from '#protocol/casts.ts';
import { roomDelta, type DeltaParts } from '#server/storage/rows/roomDelta.ts';
import { loadRoomFrame } from '#server/storage/rows/roomFrame.ts';
import type { ChatRow, HeadRow, MemberRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import { toMem } from '#server/storage/rows/toMem.ts';
import { toMeta } from '#server/storage/rows/toMeta.ts';
import { toRow } from '#server/storage/rows/toRow.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';
import type { ChatChange } from '#server/storage/units/chats/chatChange.ts';
import { withinOf, type Within } from '#server/storage/units/chats/withinOf.ts';
import { readOverlay } from './readOverlay.ts';
import { readReactions } from './readReactions.ts';
import { readReset } from './readReset.ts';
import { readVotes } from './readVotes.ts';
import { resetLimits } from './resetLimits.ts';

/** A change before it is cut to what the room and single people may see. */
interface Parts {
  head: HeadRow;
  a: number;
  messages: MessageRow[];
  rest: Pick<DeltaParts, 'mem' | 'meta' | 'rx'>;
  /** communities: people who are out since */
  left: UserId[];
  reset: Pick<Delta, 'reset' | 'del'>;
  /** how people voted since; see `ChatChange` */
  votes: Pick<ChatChange, 'votes'>;
}

/**
 * Everything that changed in a chat after rev `a`, as a room may see it: content only from the room's floor on, older rows as `touch`, unsent ones always as
 * empty rows. Undefined when nothing is newer. A write unit calls it at its end; healing calls it for what was not announced.
 */
export async function readChange(tx: Tx, c: ChatId, a: number): Promise<ChatChange | undefined> {
  const [head] = await tx.sql<HeadRow>('SELECT * FROM chat_heads WHERE chat_id = ?', [c]);
  const [chat] = await tx.sql<ChatRow>('SELECT * FROM chats WHERE id = ?', [c]);
  if (!head || !chat || head.rev <= a) return undefined;
  const frame = await readFrame(tx, head, chat);
  if (!frame) return undefined;
  const parts = await readParts(tx, frame.head, chat, a);
  const delta = toDelta(parts, (row) => row.hidden_for === null);
  if (chat.kind !== chatKind.dm)
    return { delta, ...parts.votes, ...frame.within, ...(parts.left.length > 0 ? { left: parts.left } : {}) };
  const newest = new Map((await readOverlay(tx, head)).map(({ person, l }) => [person, l]));
  const hidden = parts.messages.flatMap((row) => (row.hidden_for === null ? [] : [toUserId(row.sender_mid)]));
  const senders = new Set([...newest.keys(), ...hidden]);
  if (senders.size === 0) return { delta, ...parts.votes, ...frame.within };
  return {
    delta,
    ...frame.within,
    ...parts.votes,
    personal: [...senders].map((person) => toPersonal(parts, person, newest.get(person))),
  };
}

interface Frame {
  head: HeadRow;
  within: Within;
}

/** The head with the floor that holds, and what a room or thread belongs to. Nothing changes any more in a room that was closed: undefined. */
async function readFrame(tx: Tx, head: HeadRow, chat: ChatRow): Promise<Frame | undefined> {
  if (chat.parent_id === null) return { head, within: {} };
  if (chat.deleted_at !== null) return undefined;
  const { live_floor, around_mr } = await loadRoomFrame(tx, head);
  return { head: { ...head, live_floor }, within: withinOf({ ...chat, around_mr }) };
}

function toDelta({ head, a, messages, rest, reset }: Parts, isShown: (row: MessageRow) => boolean): Delta {
  return { ...roomDelta(head, a, { ...rest, rows: messages.filter(isShown).map(toRow) }), ...reset };
}

/** For the sender of hidden messages: they are there, and `l`, if given, is the newest of the chat. */
function toPersonal(parts: Parts, userId: UserId, l?: LastMessage): NonNullable<ChatChange['personal']>[number] {
  const delta = toDelta(parts, (row) => row.hidden_for === null || row.sender_mid === userId);
  return { userId, delta: l ? { ...delta, head: { ...delta.head, b: Math.max(delta.head.b, l.at), l } } : delta };
}

async function readParts(tx: Tx, head: HeadRow, chat: ChatRow, a: number): Promise<Parts> {
  const c = toChatId(chat.id);
  const changed = await tx.sql<MessageRow>(
    `SELECT * FROM messages WHERE chat_id = ? AND rev > ? AND rev <= ? ORDER BY rev LIMIT ${resetLimits.changeRows + 1}`,
    [c, a, head.rev],
  );
  const members =
    head.mrev > a
      ? await tx.sql<MemberRow>('SELECT * FROM members WHERE chat_id = ? AND rev > ? ORDER BY rev, mid', [c, a])
      : [];
  const isBig = chat.kind === chatKind.community;
  // Thousands of members are looked up by who needs them, and their accounts are nobody's business.
  const frame = { mem: isBig ? [] : members.map(toMem), ...(chat.rev > a ? { meta: toMeta(chat) } : {}) };
  const left = members.flatMap((row) => (isBig && row.state !== memberState.joined ? toUserId(row.user_id) : []));
  const votes = await readVotes(tx, chat, a, changed);
  if (changed.length > resetLimits.changeRows) {
    const { messages, del } = await readReset(tx, c, a, Math.max(head.live_floor, head.min_seq));
    const isEmpty = del.length === 0;
    return { head, a, messages, left, rest: frame, votes, reset: { reset: 1, ...(isEmpty ? {} : { del }) } };
  }
  const rx = await readReactions(tx, c, a, changed);
  const calm = await findReactionOnly(tx, a, changed, new Set(rx.map(([seq]) => seq)));
  return {
    head,
    a,
    messages: changed.filter(({ seq }) => !calm.has(seq)),
    left,
    rest: { ...frame, rx },
    votes,
    reset: {},
  };
}

/** Messages of which nothing but the reactions changed: their totals say it all, and totals are no secret. Cards change without leaving a version or a mark, so of them nobody can tell. */
async function findReactionOnly(tx: Tx, a: number, changed: readonly MessageRow[], reacted: ReadonlySet<number>) {
  const calm = changed.filter(
    ({ seq, mark_rev, deleted_at, kind }) =>
      seq <= a && mark_rev <= a && deleted_at === null && kind !== messageKind.card && reacted.has(seq),
  );
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
