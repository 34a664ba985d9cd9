import { isOver } from '#domain/permissions.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { ChatId, MemberId, OpId, UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { seatsOf } from '#server/storage/rows/communityOf.ts';
import { findOp } from '#server/storage/rows/findOp.ts';
import { floorOf } from '#server/storage/rows/floorOf.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { recordOp } from '#server/storage/rows/recordOp.ts';
import type { MemberRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import type { Tx } from '#server/storage/unit.ts';

/** What one person wants to hang on one message: a reaction, a vote. */
export interface Wish<Value> {
  userId: UserId;
  s: number;
  v: Value;
  op: OpId;
}
/** The rev the message has with it (or had, for a repeated op), or why not. */
export type WishAnswer = { r: number } | { code: ErrorCode };

/** A message with the wishes of one batch; the last one of a member counts. */
export interface Touched<Value> {
  row: MessageRow;
  /** by member */
  wishes: Map<MemberId, Value>;
  /** which of them really changed something */
  changed: [MemberId, Value][];
}

/** The wishes that were collected for one chat, as they can be carried out. */
export interface PlannedWishes<Value> {
  touched: Touched<Value>[];
  /** everybody who wished and has a seat */
  members: MemberRow[];
  /** Call it when the revs of the messages are final: keeps the answers and gives them, in the order of the wishes. */
  settle(): Promise<WishAnswer[]>;
}

/** Why a wish for this message is refused, beside what holds for all wishes. */
export type WishRule<Value> = (row: MessageRow, member: MemberRow, value: Value) => ErrorCode | undefined;

type Plan<Value> = Touched<Value> | WishAnswer;

/**
 * Finds out under the head's lock which of the wishes hold: who is in, sees the message, and can change something in this chat. Repeats of an `op` get the first answer. Refusals per item:
 * NOT_MEMBER, NOT_FOUND, GONE, FORBIDDEN (the chat is closed), and those of `rule`.
 */
export async function planWishes<Value>(
  tx: Tx,
  head: LockedHead,
  items: readonly Wish<Value>[],
  rule: WishRule<Value> = () => undefined,
): Promise<PlannedWishes<Value>> {
  const c = head.chat_id as ChatId;
  const members = await loadMembers(tx, head, c, items);
  const touched = await loadTouched(tx, c, items);
  const plans = new Map<string, { item: Wish<Value>; plan: Plan<Value> }>();
  // One plan per op, also when its repeat is in the same batch.
  for (const item of items) {
    if (plans.has(opKey(item))) continue;
    const done = await findOp<{ r: number }>(tx, item.userId, item.op);
    const member = members.get(item.userId);
    const plan = done ?? planOf(head, member, touched.get(item.s), (row, seat) => rule(row, seat, item.v));
    if ('wishes' in plan && member) plan.wishes.set(toMemberId(member.mid), item.v);
    plans.set(opKey(item), { item, plan });
  }
  return {
    touched: [...touched.values()],
    members: [...members.values()],
    async settle() {
      for (const { item, plan } of plans.values())
        if ('wishes' in plan) await recordOp(tx, item.userId, item.op, { r: plan.row.rev });
      return items.map((item) => toAnswer(plans.get(opKey(item))?.plan));
    },
  };
}

const opKey = ({ userId, op }: Pick<Wish<unknown>, 'userId' | 'op'>): string => `${userId}:${op}`;

function toAnswer<Value>(plan: Plan<Value> | undefined): WishAnswer {
  if (!plan) return { code: 'INTERNAL' };
  return 'wishes' in plan ? { r: plan.row.rev } : plan;
}

async function loadMembers(
  tx: Tx,
  head: LockedHead,
  c: ChatId,
  items: readonly Wish<unknown>[],
): Promise<Map<number, MemberRow>> {
  const ids = [...new Set(items.map(({ userId }) => userId))];
  const text = `SELECT * FROM ${seatsOf(head)} WHERE chat_id = ? AND user_id IN (${placeholders(ids.length)})`;
  const rows = await tx.sql<MemberRow>(text, [c, ...ids]);
  return new Map(rows.map((row) => [row.user_id, row]));
}

async function loadTouched<Value>(
  tx: Tx,
  c: ChatId,
  items: readonly Wish<Value>[],
): Promise<Map<number, Touched<Value>>> {
  const seqs = [...new Set(items.map(({ s }) => s))];
  const text = `SELECT * FROM messages WHERE chat_id = ? AND seq IN (${placeholders(seqs.length)}) ORDER BY seq`;
  const rows = await tx.sql<MessageRow>(text, [c, ...seqs]);
  return new Map(rows.map((row) => [row.seq, { row, wishes: new Map(), changed: [] }]));
}

function planOf<Value>(
  head: LockedHead,
  member: MemberRow | undefined,
  target: Touched<Value> | undefined,
  rule: (row: MessageRow, member: MemberRow) => ErrorCode | undefined,
): Plan<Value> {
  if (member?.state !== memberState.joined) return { code: 'NOT_MEMBER' };
  if (isOver(standingOf(head, member))) return { code: 'FORBIDDEN' };
  const isSeen = target && target.row.seq >= floorOf(member, head) && target.row.hidden_for !== member.mid;
  // System lines have no ordinal, and nothing to react to.
  if (!isSeen || target.row.n === null) return { code: 'NOT_FOUND' };
  if (target.row.deleted_at !== null) return { code: 'GONE' };
  const code = rule(target.row, member);
  return code ? { code } : target;
}
