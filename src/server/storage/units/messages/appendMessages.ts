import { namesAll } from '#domain/namesAll.ts';
import { canNameAll, isLinkless, sendRefusal } from '#domain/permissions.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { Row } from '#protocol/entities/messages.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { toChatId, toUserId } from '#protocol/casts.ts';
import { communityOf, seatsOf } from '#server/storage/rows/communityOf.ts';
import { floorOf } from '#server/storage/rows/floorOf.ts';
import { insertMessages } from '#server/storage/rows/insertMessages.ts';
import { lockHead, type LockedHead } from '#server/storage/rows/lockHead.ts';
import { newMessage } from '#server/storage/rows/newMessage.ts';
import { noteDay } from '#server/storage/rows/noteDay.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { previewOf } from '#server/storage/rows/previewOf.ts';
import { readStates, type OwnedReadState } from '#server/storage/rows/readStates.ts';
import { roomDelta } from '#server/storage/rows/roomDelta.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { placeFiles } from '#server/storage/units/files/useFiles.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import { withinOf } from '#server/storage/units/chats/withinOf.ts';
import { placeLinkJobs } from '#server/storage/units/links/placeLinkJobs.ts';
import { followThread } from '#server/storage/units/threads/followThread.ts';
import { tellThread } from '#server/storage/units/threads/tellThread.ts';
import type { ThreadTold } from '#server/storage/units/threads/ThreadTold.ts';
import { addMentions } from './addMentions.ts';
import type {
  AppendAck,
  AppendAnswer,
  AppendInput,
  AppendItem,
  AppendMode,
  AppendOutput,
  AppendRefusal,
} from './appendTypes.ts';
import type { BodyDraft, SettledBody } from './bodies/BodyRule.ts';
import { settleBodies } from './bodies/settleBodies.ts';
import { closeGate } from './closeGate.ts';
import { findDuplicates, messageKey, type StoredMessage } from './findDuplicates.ts';
import { findReplyTargets } from './findReplyTargets.ts';
import { hashItem } from './hashItem.ts';
import type { Gate } from './Gate.ts';
import { judgeItem, newLinkReason, type Judged } from './judgeItem.ts';
import { loadSenders, type Sender } from './loadSenders.ts';
import { markReadInBatch } from './markReadInBatch.ts';
import { mentionedMids } from './mentionedMids.ts';
import { nameAllWait, noteAllNamed, readAllNamed } from './nameAllTimes.ts';
import { openGate } from './openGate.ts';
import { placeCards } from './placeCards.ts';
import { saveSenders } from './saveSenders.ts';
import { toFreshRow } from './toFreshRow.ts';

/** One message that got its place, with what is not in its row. */
interface Placed {
  row: MessageRow;
  wire: Row;
  item: AppendItem;
  sender: Sender;
}
/** The batch while it is being worked on. */
interface Batch {
  tx: Tx;
  head: LockedHead;
  /** rev before the batch */
  before: { rev: number; last_seq: number; last_at: number };
  senders: Map<UserId, Sender>;
  known: Map<string, StoredMessage>;
  replyTargets: Set<number>;
  /** what is stored of those that are not plain text */
  bodies: ReadonlyMap<AppendItem, SettledBody>;
  /** when everybody was last named here, ms; read only where somebody does */
  allNamedAt: number;
  placed: Placed[];
  hasDuplicate: boolean;
  /** the rules of the chat; undefined where there are none */
  gate: Gate | undefined;
  mode: AppendMode;
}

/**
 * Stores the messages that waited for one chat, in order. Under the head's lock: senders' standing, duplicates by (sender, cid), what they had read, then
 * the rows with seq = rev = the next numbers. An item that is refused leaves no trace and does not stop the others; one that the rules of the chat
 * hold back takes no number. About six statements per batch, one more where a chat has rules.
 */
export const appendMessages = writeUnit(async (tx: Tx, input: AppendInput): Promise<AppendOutput> =>
  appendBatch(tx, await lockHead(tx, input.c), input, { isApproved: false }),
);

/** The work of {@link appendMessages} under a head that is locked already. */
export async function appendBatch(
  tx: Tx,
  locked: LockedHead,
  input: AppendInput,
  mode: AppendMode,
): Promise<AppendOutput> {
  const batch = await openBatch(tx, locked, input, mode);
  const { head, before, senders, placed } = batch;
  const answers = input.requests.map((request) =>
    request.items.map((item) => place(batch, senders.get(request.userId), item)),
  );
  if (placed.length > 0) await store(batch);
  const settings = await saveSenders(tx, head, senders.values());
  if (batch.gate) settings.push(...(await closeGate(tx, head, batch.gate)));
  const open = placed.filter(({ row }) => row.hidden_for === null);
  const thread = await followUp(batch, settings);
  const reads = await changedReads(batch);
  return {
    answers,
    ...(placed.length > 0 ? { delta: roomDelta(head, before.rev, { rows: open.map(({ wire }) => wire) }) } : {}),
    personal: personalDeltas(batch, open.length),
    reads,
    settings,
    hasDuplicate: batch.hasDuplicate,
    within: { ...withinOf(head), ...(thread === undefined ? {} : { thread }) },
  };
}

async function openBatch(tx: Tx, head: LockedHead, input: AppendInput, mode: AppendMode): Promise<Batch> {
  const userIds = [...new Set(input.requests.map(({ userId }) => userId))];
  const senders = await loadSenders(tx, head, userIds);
  const keys = input.requests.flatMap(({ userId, items }) => {
    const mid = senders.get(userId)?.mid;
    return mid === undefined ? [] : items.map((item) => [mid, item.i] as const);
  });
  const known = await findDuplicates(tx, head.chat_id, keys);
  const replies = input.requests.flatMap(({ items }) => items.flatMap(({ re }) => (re === undefined ? [] : [re])));
  const replyTargets = await findReplyTargets(tx, head, replies);
  for (const { userId, rs } of input.requests) {
    const sender = senders.get(userId);
    if (rs !== undefined && sender?.state === memberState.joined) await markReadInBatch(tx, head, sender, rs);
  }
  const drafts = input.requests.flatMap(({ userId, items }) => {
    const sender = senders.get(userId);
    return sender?.state === memberState.joined ? items.map((item) => ({ item, sender })) : [];
  });
  const isNew = ({ item, sender }: BodyDraft): boolean => !known.has(messageKey(sender.mid, item.i));
  const bodies = mode.isApproved ? new Map() : await settleBodies(tx, head, drafts.filter(isNew));
  const allNamedAt = drafts.some(({ item }) => namesAll(item.b)) ? await readAllNamed(tx, head) : 0;
  const before = { rev: head.rev, last_seq: head.last_seq, last_at: head.last_at };
  const gate = mode.isApproved ? undefined : await openGate(tx, head, senders);
  return {
    tx,
    head,
    before,
    senders,
    known,
    replyTargets,
    bodies,
    allNamedAt,
    placed: [],
    hasDuplicate: false,
    gate,
    mode,
  };
}

/** Answers one item: as before if it is a repeat, with a refusal, or with its new place. */
function place(batch: Batch, sender: Sender | undefined, sent: AppendItem): AppendAnswer {
  if (!sender) return { i: sent.i, code: 'NOT_MEMBER' };
  const bodyHash = hashItem(sent);
  const key = messageKey(sender.mid, sent.i);
  const stored = batch.known.get(key);
  // A repeat is answered even to somebody who was removed since: the message is there.
  if (stored) {
    batch.hasDuplicate = true;
    sender.isRepeating = sender.state === memberState.joined;
    return Buffer.compare(stored.body_hash, bodyHash) === 0 ? toAck(stored, 1) : { i: sent.i, code: 'CID_MISMATCH' };
  }
  const settled = batch.bodies.get(sent);
  if (settled && 'code' in settled) return refusalOf(batch, sender, sent) ?? { i: sent.i, code: settled.code };
  const item = toStored(sent, settled, bodyHash);
  const refusal = refusalOf(batch, sender, item);
  if (refusal) return refusal;
  const judged: Judged = batch.gate ? judgeItem(batch.gate, sender, item, batch.tx.now) : {};
  if ('answer' in judged) return judged.answer;
  const mids = mentionedMids(item.b);
  const peer = [...batch.senders.values()].find((other) => other.isBlocking && other !== sender);
  const row = newMessage(batch.head, batch.tx.now, {
    sender_mid: sender.mid,
    pver: sender.pver,
    cid: item.i,
    kind: item.k,
    body: JSON.stringify(item.b),
    bodyHash,
    isCountable: true,
    reply_to: item.re ?? null,
    mention_ids: mids.length > 0 ? JSON.stringify(mids) : null,
    mention_all: item.ma ?? 0,
    hidden_for: peer?.mid ?? null,
    client_at: item.ct ?? null,
  });
  batch.known.set(key, row);
  batch.placed.push({ row, wire: toFreshRow(row, item.b, mids), item, sender });
  // For who has never been in a thread nothing is counted, and what he does not see gives him no place there.
  const isCounting = peer !== undefined && (batch.head.parent_id === null || peer.read_seq > 0);
  for (const member of isCounting ? [sender, peer] : [sender]) {
    member.last_own_seq = row.seq;
    member.own_after += 1;
    member.isDirty = true;
  }
  sender.sentAt = row.created_at;
  if (row.mention_all) batch.allNamedAt = row.created_at;
  if (judged.mark) batch.gate?.kept.push({ sender, item, verdict: judged.mark, seq: row.seq });
  return toAck(row);
}

/** With the body the server has made, and what that says. */
function toStored(sent: AppendItem, settled: { b: Record<string, unknown> } | undefined, hash: Uint8Array): AppendItem {
  const item = settled ? { ...sent, b: settled.b, hash } : sent;
  return namesAll(item.b) ? { ...item, ma: 1 } : item;
}

function refusalOf(batch: Batch, sender: Sender, item: AppendItem): AppendRefusal | undefined {
  const { head, tx } = batch;
  if (batch.mode.isApproved) return sender.state === memberState.joined ? undefined : { i: item.i, code: 'NOT_MEMBER' };
  const times = { joinedAt: sender.joined_at, mutedUntil: sender.muted_until, sentAt: sender.sentAt };
  const standing = standingOf(head, sender);
  const refusal = sendRefusal(standing, times, tx.now);
  if (refusal) return { i: item.i, ...refusal };
  if (item.ma) {
    if (!canNameAll(standing)) return { i: item.i, code: 'FORBIDDEN' };
    const wait = nameAllWait(batch.allNamedAt, tx.now);
    if (wait) return { i: item.i, code: 'FILTERED', why: wait };
  }
  const why = isLinkless(standing, sender.joined_at, tx.now) ? newLinkReason(item) : undefined;
  if (why) return { i: item.i, code: 'FILTERED', why };
  if (item.re !== undefined && (!batch.replyTargets.has(item.re) || item.re < floorOf(sender, head))) {
    return { i: item.i, code: 'NOT_FOUND' };
  }
  return undefined;
}

function toAck(row: StoredMessage, dup?: 1): AppendAck {
  const ack = { i: row.cid as AppendItem['i'], s: row.seq, r: row.seq, at: row.created_at };
  return { ...ack, ...(row.n === null ? {} : { n: row.n }), ...(dup ? { dup } : {}) };
}

/** Writes the rows, what hangs on them, and the head. */
async function store({ tx, head, before, placed }: Batch): Promise<void> {
  await insertMessages(
    tx,
    placed.map(({ row }) => row),
  );
  await placeCards(tx, placed);
  await placeFiles(tx, placed);
  await placeLinkJobs(tx, placed);
  for (const { row, item, sender } of placed) {
    if (row.hidden_for !== null) continue;
    head.bump_at = Math.max(head.bump_at, row.created_at);
    if (row.mention_ids !== null) {
      const source = { seq: row.seq, senderMid: sender.mid, senderId: sender.userId };
      await addMentions(tx, head, source, mentionedMids(item.b));
    }
    if (row.mention_all) {
      head.ma = JSON.stringify([row.seq, ...(JSON.parse(head.ma) as number[])].slice(0, limits.headCallsMax));
      await tx.sql('INSERT INTO mention_alls (chat_id, seq, sender_mid) VALUES (?, ?, ?)', [
        row.chat_id,
        row.seq,
        sender.mid,
      ]);
      await noteAllNamed(tx, head, row.created_at);
    }
  }
  const shown = placed.findLast(({ row }) => row.hidden_for === null);
  if (shown) head.last_msg = JSON.stringify(previewOf(shown.row, shown.item.b, shown.sender.nickname));
  await noteDay(tx, (placed[0] as Placed).row, before);
  await writeHead(tx, head);
}

/**
 * Read states other devices must hear of: moved positions; those of who repeats a message, whose first answer was lost and perhaps its announcement too; in
 * communities and threads every send, because there only viewers get the message itself, and who is named.
 */
async function changedReads({ tx, head, before, senders, placed }: Batch): Promise<OwnedReadState[]> {
  const isCommunity = head.kind === chatKind.community || head.parent_id !== null;
  const told = [...senders.values()].filter(
    (s) => s.isMoved || s.isRepeating || (s.isDirty && (isCommunity || s.isBlocking)),
  );
  const c = head.chat_id as AppendInput['c'];
  // Who has read everything there was has no unread mention, unless this very batch names people.
  const isPlain = placed.every(({ row }) => row.mention_ids === null && row.mention_all === 0);
  // Who repeats a message in a room that he has not opened has no place there yet: what was laid out for his writing is not stored.
  const isStored = told.every((s) => s.isDirty || head.parent_id === null);
  if (isPlain && isStored && told.every((s) => s.read_seq >= before.last_seq)) {
    return told.map((s) => ({
      userId: s.userId,
      mid: s.mid,
      state: [c, s.read_seq, s.read_n, s.own_after, s.last_own_seq, 0, head.rev],
    }));
  }
  const named = isCommunity ? await findNamed(tx, head, placed) : [];
  return readStates(
    tx,
    [...new Set([...told.map(({ userId }) => userId), ...named])].map((userId) => ({ c, userId })),
  );
}

/** In a thread: who wrote or is named, where he may see it, follows it from now on. Adds people whose own rows changed to `settings`. Answers what others hear; undefined in a chat that is no thread. */
async function followUp(batch: Batch, settings: UserId[]): Promise<ThreadTold | null | undefined> {
  const { tx, head, placed } = batch;
  if (head.root_chat === null) return undefined;
  if (placed.length === 0) return null;
  const open = placed.filter(({ row }) => row.hidden_for === null);
  const people = new Set([...placed.map(({ sender }) => sender.userId), ...(await findNamed(tx, head, open))]);
  const n = head.n - placed.filter(({ row }) => row.n !== null).length;
  const fresh = await followThread(tx, head, [...people], { seq: batch.before.last_seq, n });
  await stampUrevs(tx, toChatId(communityOf(head)), fresh);
  settings.push(...fresh);
  return tellThread(tx, head);
}

/** Who is named in a community hears it by his read state: its messages come only to who looks. */
async function findNamed(tx: Tx, head: LockedHead, placed: readonly Placed[]): Promise<UserId[]> {
  const mids = [...new Set(placed.flatMap(({ item }) => mentionedMids(item.b)))];
  if (mids.length === 0) return [];
  const rows = await tx.sql<{ user_id: number }>(
    `SELECT user_id FROM ${seatsOf(head)} WHERE chat_id = ? AND state = 1 AND mid IN (${placeholders(mids.length)})`,
    [head.chat_id, ...mids],
  );
  return rows.map((row) => toUserId(row.user_id));
}

function personalDeltas({ head, before, placed }: Batch, openCount: number): AppendOutput['personal'] {
  if (openCount === placed.length) return [];
  const sender = (placed.find(({ row }) => row.hidden_for !== null) as Placed).sender;
  return [{ userId: sender.userId, delta: roomDelta(head, before.rev, { rows: placed.map(({ wire }) => wire) }) }];
}
