import { isOver } from '#domain/permissions.ts';
import type { Delta } from '#protocol/entities/chat.ts';
import type { ReactionChange } from '#protocol/entities/messages.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { ChatId, MemberId, OpId, UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { seatsOf } from '#server/storage/rows/communityOf.ts';
import { findOp } from '#server/storage/rows/findOp.ts';
import { floorOf } from '#server/storage/rows/floorOf.ts';
import { lockHead, type LockedHead } from '#server/storage/rows/lockHead.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { recordOp } from '#server/storage/rows/recordOp.ts';
import { roomDelta } from '#server/storage/rows/roomDelta.ts';
import type { MemberRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { storeReactions } from './storeReactions.ts';

/** One person's wish for one message; `e`: the emoji, null takes theirs back. */
export interface ReactionItem {
  userId: UserId;
  s: number;
  e: string | null;
  op: OpId;
}
export interface ReactionsInput {
  c: ChatId;
  items: ReactionItem[];
}
export interface ReactionsOutput {
  /** Per item, in order. */
  answers: ({ r: number } | { code: ErrorCode })[];
  delta?: Delta;
  /** The same span for senders of hidden messages. */
  personal: { userId: UserId; delta: Delta }[];
}

/** A message with reactions of this batch; the last wish of a member counts. */
export interface TouchedMessage {
  row: MessageRow;
  /** member → emoji or null */
  wishes: Map<MemberId, string | null>;
  /** who of them really changed something */
  changed: [MemberId, string | null][];
}

/**
 * Sets the reactions that were collected for one chat: k reaction rows, and one rev for each message whose reactions really changed. Repeats of an `op` get
 * the first answer. Refusals per item: NOT_MEMBER, NOT_FOUND, GONE, FORBIDDEN (the chat is closed).
 */
export const setReactions = writeUnit(async (tx: Tx, input: ReactionsInput): Promise<ReactionsOutput> => {
  const head = await lockHead(tx, input.c);
  const a = head.rev;
  const members = await loadReactors(tx, head, input);
  const touched = await loadTouched(tx, input);
  const plans = await makePlans(tx, head, input, members, touched);
  const changes = await storeReactions(tx, head, [...touched.values()]);
  if (head.rev > a) await writeHead(tx, head);
  for (const [key, plan] of plans) {
    const item = input.items.find((one) => opKey(one) === key) as ReactionItem;
    if ('wishes' in plan) await recordOp(tx, item.userId, item.op, { r: plan.row.rev });
  }
  const answers = input.items.map((item) => {
    const plan = plans.get(opKey(item)) as Plan;
    return 'wishes' in plan ? { r: plan.row.rev } : plan;
  });
  return { answers, ...deltasOf(head, a, changes, [...members.values()]) };
});

/** What becomes of an item: a message to change, a refusal, or the answer it got before. */
type Plan = TouchedMessage | { code: ErrorCode } | { r: number };

const opKey = ({ userId, op }: ReactionItem): string => `${userId}:${op}`;

/** One plan per op, also when its repeat is in the same batch. */
async function makePlans(
  tx: Tx,
  head: LockedHead,
  { items }: ReactionsInput,
  members: Map<number, MemberRow>,
  touched: Map<number, TouchedMessage>,
): Promise<Map<string, Plan>> {
  const plans = new Map<string, Plan>();
  for (const item of items) {
    if (plans.has(opKey(item))) continue;
    const done = await findOp<{ r: number }>(tx, item.userId, item.op);
    const member = members.get(item.userId);
    const plan = done ?? planOf(head, member, touched.get(item.s));
    if ('wishes' in plan && member) plan.wishes.set(toMemberId(member.mid), item.e);
    plans.set(opKey(item), plan);
  }
  return plans;
}

async function loadReactors(tx: Tx, head: LockedHead, { c, items }: ReactionsInput): Promise<Map<number, MemberRow>> {
  const ids = [...new Set(items.map(({ userId }) => userId))];
  const text = `SELECT * FROM ${seatsOf(head)} WHERE chat_id = ? AND user_id IN (${placeholders(ids.length)})`;
  const rows = await tx.sql<MemberRow>(text, [c, ...ids]);
  return new Map(rows.map((row) => [row.user_id, row]));
}

async function loadTouched(tx: Tx, { c, items }: ReactionsInput): Promise<Map<number, TouchedMessage>> {
  const seqs = [...new Set(items.map(({ s }) => s))];
  const text = `SELECT * FROM messages WHERE chat_id = ? AND seq IN (${placeholders(seqs.length)}) ORDER BY seq`;
  const rows = await tx.sql<MessageRow>(text, [c, ...seqs]);
  return new Map(rows.map((row) => [row.seq, { row, wishes: new Map(), changed: [] }]));
}

function planOf(head: LockedHead, member: MemberRow | undefined, target: TouchedMessage | undefined) {
  if (member?.state !== memberState.joined) return { code: 'NOT_MEMBER' as const };
  if (isOver(standingOf(head, member))) return { code: 'FORBIDDEN' as const };
  const isSeen = target && target.row.seq >= floorOf(member, head) && target.row.hidden_for !== member.mid;
  // System lines have no ordinal, and nothing to react to.
  if (!isSeen || target.row.n === null) return { code: 'NOT_FOUND' as const };
  return target.row.deleted_at === null ? target : { code: 'GONE' as const };
}

/** Totals tell no content, so they go to everybody, except those of a message that is hidden for somebody. */
function deltasOf(head: LockedHead, a: number, changes: TouchedMessage[], members: MemberRow[]) {
  if (head.rev === a) return { personal: [] };
  const toChange = ({ row, changed }: TouchedMessage): ReactionChange => [
    row.seq,
    row.rev,
    JSON.parse(row.rx ?? '{}') as Record<string, number>,
    changed,
  ];
  const open = changes.filter(({ row }) => row.hidden_for === null);
  const hidden = changes.find(({ row }) => row.hidden_for !== null);
  const sender = hidden && members.find(({ mid }) => mid === hidden.row.sender_mid);
  const delta = roomDelta(head, a, { rx: open.map(toChange) });
  const whole = roomDelta(head, a, { rx: changes.map(toChange) });
  return { delta, personal: sender ? [{ userId: sender.user_id as UserId, delta: whole }] : [] };
}
