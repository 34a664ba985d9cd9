import type { Delta, Head } from '#protocol/entities/chat.ts';
import type { Row } from '#protocol/entities/messages.ts';
import type { TextBody } from '#protocol/entities/bodies/textBody.ts';
import { everybody } from '#domain/namesAll.ts';
import { previewBody } from '#domain/previewBody.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import { reactionTo, type ErrorCode } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import type { OutboxAction, OutboxEntry } from '../changes.ts';
import { readLane, saveLane } from '../lanes.ts';
import { loadChat } from '../loadChat.ts';
import { saveChat } from '../saveChat.ts';
import { applyDelta } from '../merge.ts';
import type { ChatState } from '../merge/chatState.ts';
import { isArrived, nameTarget } from '../merge/mergeOutbox.ts';
import { dropPending, followersOf } from './dropPending.ts';
import { sendFilesAgain } from './uploadsOf.ts';
import type { WriteTx } from '../ports.ts';

type Item = RequestOutput<'message.send'>['items'][number];
type Sent = Extract<Item, { s: number }>;
type Refused = Extract<Item, { code: ErrorCode }>;
type Send = Extract<OutboxAction, { t: 'send' }>;

/** What the answer to a run of sends led to. */
export interface SendsSettled {
  /** own deltas that were applied, for reads in flight */
  applied: Delta[];
  /** the chat after each of them */
  states: ChatState[];
  /** an item asks to be repeated: wait this long at least, ms */
  retryMs?: number;
  /** the lane is dead: I may not write there */
  refusedLane?: ErrorCode;
}

/** What an answer may need beside the entries: a fresh id for an edit, my profile version, the time. */
export interface SettleTools {
  newOp: () => string;
  profile: number;
  now: number;
}

/**
 * Applies the answer item by item. Each new message is a delta of its own, `(s−1, s]`, and is stored only if it connects to the watermark and is what was sent; otherwise,
 * and for repeats, the entry stays on screen as `acked` until the watermark reaches it. (One delta over the whole answer would jump over messages of
 * others that were committed between a lost first try and its repeat.) One that is held for a moderator is sent without a place: it waits as it is.
 */
export async function settleSends(
  tx: WriteTx,
  entries: readonly OutboxEntry[],
  items: readonly Item[],
  tools: SettleTools,
): Promise<SendsSettled> {
  const settled: SendsSettled = { applied: [], states: [] };
  for (const item of items) {
    const sent = entries.find((entry) => entry.i === item.i);
    if (sent?.action.t !== 'send') continue;
    // The delta of another way may have removed the entry meanwhile; then there is nothing left to settle.
    const entry = await tx.get('outbox', sent.id);
    if (!entry || entry.state === 'acked') continue;
    if ('held' in item) await tx.put('outbox', [toHeld(entry)]);
    else if ('s' in item) await settleSent(tx, { entry, action: sent.action, item, profile: tools.profile, settled });
    else await settleRefused(tx, { entry, action: sent.action, item, tools, settled });
  }
  return settled;
}

async function settleSent(
  tx: WriteTx,
  {
    entry,
    action,
    item,
    profile,
    settled,
  }: { entry: OutboxEntry; action: Send; item: Sent; profile: number; settled: SendsSettled },
): Promise<void> {
  const before = await loadChat(tx, action.c, { seqs: [item.s] });
  if (!before) {
    await tx.put('outbox', [toAcked(entry, item)]);
    // Its edits learn the place here: when the chat comes back the entry may leave at once, being below the new floor.
    const lane = await readLane(tx, entry.lane);
    await saveLane(tx, lane, nameTarget(lane, { cid: action.cid, s: item.s }));
    return;
  }
  const named: ChatState = { ...before, outbox: nameTarget(before.outbox, { cid: action.cid, s: item.s }) };
  const connects = isStoredAsSent(action) && item.dup === undefined && item.s - 1 <= before.chat.sync.rev;
  if (connects) {
    const delta = toDelta(before, action, item, profile);
    settled.applied.push(delta);
    const after = applyDelta(named, delta);
    settled.states.push(after);
    await saveChat(tx, before, after);
    return;
  }
  const acked = toAcked(entry, item);
  const outbox = isArrived(acked, before.chat)
    ? named.outbox.filter((other) => other.id !== entry.id)
    : named.outbox.map((other) => (other.id === entry.id ? acked : other));
  const after = { ...named, outbox };
  settled.states.push(after);
  await saveChat(tx, before, after);
}

/** Of a forwarded message, of files and of a contact card the server writes the body: what the answer does not tell comes with the chat's own change. */
const isStoredAsSent = ({ k, fw }: Send): boolean =>
  fw === undefined && k !== messageKind.media && k !== messageKind.person;

async function settleRefused(
  tx: WriteTx,
  {
    entry,
    action,
    item,
    tools,
    settled,
  }: { entry: OutboxEntry; action: Send; item: Refused; tools: SettleTools; settled: SendsSettled },
): Promise<void> {
  if (item.code === 'CID_MISMATCH') return followWithEdit(tx, entry, action, tools);
  if (item.code === 'NOT_MEMBER') {
    settled.refusedLane = item.code;
    return failLane(tx, entry.lane, item.code);
  }
  const isFinal = reactionTo(item.code) === 'never';
  const followers = isFinal ? await followersOf(tx, entry, action.cid) : [];
  // Taken back while it was in doubt: its person wants it gone, and it is nowhere. What has arrived is answered as a repeat, never refused.
  if (followers.some((other) => other.action.t === 'unsend')) return dropPending(tx, entry, followers);
  if (item.code === 'NOT_FOUND' && (await sendFilesAgain(tx, entry))) return;
  if (isFinal) {
    await tx.put('outbox', [{ ...entry, state: 'failed', err: item.code, ...(item.why ? { why: item.why } : {}) }]);
    return;
  }
  settled.retryMs = Math.max(settled.retryMs ?? 0, item.retry ?? 0);
}

/**
 * The server has this message with another text: it arrived before it was changed here. So the text follows as an edit, but not behind a later one that waits
 * already. What has no text to change is there.
 */
async function followWithEdit(tx: WriteTx, entry: OutboxEntry, action: Send, tools: SettleTools): Promise<void> {
  await tx.del('outbox', [entry.id]);
  if ((action.k ?? messageKind.text) !== messageKind.text) return;
  const followers = await followersOf(tx, entry, action.cid);
  const isChanged = followers.some((other) => other.action.t === 'edit' && other.state === 'queued');
  if (isChanged) return;
  const op = tools.newOp() as Extract<OutboxAction, { t: 'edit' }>['op'];
  const edit: OutboxAction = { t: 'edit', c: action.c, target: action.cid, b: action.b as TextBody, op };
  await tx.put('outbox', [
    { i: op, lane: entry.lane, action: edit, state: 'queued', tried: 0, tries: 0, nextAt: 0, at: entry.at },
  ]);
}

/** Nothing of the lane can be delivered any more. */
export async function failLane(tx: WriteTx, lane: string, err: ErrorCode): Promise<void> {
  const before = await readLane(tx, lane);
  await saveLane(
    tx,
    before,
    before.map((entry) => (entry.state === 'queued' ? { ...entry, state: 'failed' as const, err } : entry)),
  );
}

/** Sent, without a place yet: nothing repeats it, nothing can change it, and it leaves when the message comes. */
function toHeld(entry: OutboxEntry): OutboxEntry {
  return { ...entry, state: 'acked', held: 1 };
}

function toAcked(entry: OutboxEntry, item: Sent): OutboxEntry {
  const { held: _held, ...rest } = entry;
  const acked: OutboxEntry = { ...rest, state: 'acked', s: item.s, r: item.r, sentAt: item.at };
  if (item.n !== undefined) acked.n = item.n;
  return acked;
}

/** The message as it was created, in the form in which everybody else gets it. */
function toDelta({ chat }: ChatState, action: Send, item: Sent, profile: number): Delta {
  const row: Row = {
    s: item.s,
    r: item.s,
    u: chat.me.mid,
    i: action.cid,
    k: action.k ?? messageKind.text,
    b: action.b,
    at: item.at,
    pv: profile,
  };
  if (item.n !== undefined) row.n = item.n;
  if (action.re !== undefined) row.re = action.re;
  const named = new Set((('at' in action.b && action.b.at) || []).map(([, , member]) => member));
  if (named.delete(everybody)) row.ma = 1;
  if (named.size > 0) row.m = [...named];
  return { c: chat.c, a: item.s - 1, b: item.s, rows: [row], head: headAfter(chat.head, row) };
}

/** The head is known exactly if this message is the very next change; otherwise it comes with the next delta. */
function headAfter(head: Head, row: Row): Head {
  if (head.rev !== row.s - 1) return head;
  return {
    ...head,
    rev: row.s,
    n: row.n ?? head.n,
    b: Math.max(head.b, row.at),
    ls: row.s,
    ...(row.ma === 1 ? { ma: [row.s, ...(head.ma ?? [])].slice(0, limits.headCallsMax) } : {}),
    l: { s: row.s, u: row.u, k: row.k, ...previewBody(row.k, row.b ?? {}), at: row.at },
  };
}
