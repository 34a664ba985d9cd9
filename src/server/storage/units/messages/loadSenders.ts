import { chatKind } from '#protocol/entities/chatKind.ts';
import type { MemberId, UserId } from '#protocol/ids.ts';
import { toMemberId, toUserId } from '#protocol/casts.ts';
import { communityOf, seatsOf } from '#server/storage/rows/communityOf.ts';
import { forUpdate } from '#server/storage/rows/forUpdate.ts';
import { lockMembers } from '#server/storage/rows/loadSeat.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';

type Columns = Pick<
  MemberRow,
  | 'state'
  | 'role'
  | 'muted_until'
  | 'floor_seq'
  | 'clear_seq'
  | 'read_seq'
  | 'read_n'
  | 'last_own_seq'
  | 'own_after'
  | 'unread_from'
  | 'joined_at'
  | 'nickname'
>;

/** A member whose row the batch may change; changed in place and stored at the end. */
export interface Sender extends Columns {
  userId: UserId;
  mid: MemberId;
  /** profile version that others of this chat see */
  pver: number;
  /** dm only: has blocked the other person */
  isBlocking: boolean;
  isDirty: boolean;
  /** read position moved in this transaction */
  isMoved: boolean;
  /** a message of this request was stored by an earlier one */
  isRepeating: boolean;
  /** time of the newest own message; read only where the chat has slow mode */
  sentAt?: number;
  /** a mark as unread was cleared */
  isSettingChanged: boolean;
}

type Loaded = Columns & { user_id: number; mid: number; member_pver: number; user_pver: number; blocks: number };

const columns = `m.user_id, m.mid, m.state, m.role, m.muted_until, m.floor_seq, m.clear_seq, m.read_seq, m.read_n, m.last_own_seq,
  m.own_after, m.unread_from, m.joined_at, m.nickname, m.pver AS member_pver, u.pver AS user_pver`;
const dmText = (
  seats: string,
): string => `SELECT ${columns}, (SELECT count(*) FROM ${seats} o CROSS JOIN contacts k WHERE o.chat_id = m.chat_id AND o.user_id <> m.user_id
    AND k.user_id = m.user_id AND k.peer_id = o.user_id AND k.state = 3) AS blocks
  FROM ${seats} m JOIN users u ON u.id = m.user_id WHERE m.chat_id = ? ORDER BY m.user_id`;
const groupText = (
  seats: string,
  count: number,
): string => `SELECT ${columns}, 0 AS blocks FROM ${seats} m JOIN users u ON u.id = m.user_id
  WHERE m.chat_id = ? AND m.user_id IN (${placeholders(count)}) ORDER BY m.user_id`;

/**
 * The member rows of everybody who sends, under lock; of a dm both rows, because a block by the other person decides what is stored. Locked in order of user
 * ids, like the read marks do, so that the two never wait for each other.
 */
export async function loadSenders(tx: Tx, head: LockedHead, userIds: readonly UserId[]): Promise<Map<UserId, Sender>> {
  const isDm = head.kind === chatKind.dm;
  const isRoom = head.parent_id !== null;
  if (isRoom) await lockMembers(tx, communityOf(head), userIds);
  const text =
    (isDm ? dmText(seatsOf(head)) : groupText(seatsOf(head), userIds.length)) + (isRoom ? '' : forUpdate(tx, 'm'));
  const rows = await tx.sql<Loaded>(text, isDm ? [head.chat_id] : [head.chat_id, ...userIds]);
  const senders = new Map<UserId, Sender>();
  for (const row of rows) {
    senders.set(toUserId(row.user_id), {
      ...row,
      userId: toUserId(row.user_id),
      mid: toMemberId(row.mid),
      pver: head.kind === chatKind.community ? row.member_pver : row.user_pver,
      isBlocking: row.blocks > 0,
      isDirty: false,
      isMoved: false,
      isRepeating: false,
      isSettingChanged: false,
    });
  }
  if (isRoom) for (const sender of senders.values()) if (userIds.includes(sender.userId)) openForSender(head, sender);
  if ((standingOf(head, { state: 0, role: 0 }).set?.slow ?? 0) > 0) await readSentTimes(tx, head, senders);
  return senders;
}

/** Who writes in a room that he has not opened has read what was there: from now on his place in it is counted. */
function openForSender(head: LockedHead, sender: Sender): void {
  if (sender.read_seq > 0) return;
  sender.read_seq = head.last_seq;
  sender.read_n = head.n;
}

const sentText = `SELECT created_at FROM messages WHERE chat_id = ? AND sender_mid = ? AND n IS NOT NULL ORDER BY seq DESC LIMIT 1`;

async function readSentTimes(tx: Tx, head: LockedHead, senders: ReadonlyMap<UserId, Sender>): Promise<void> {
  for (const sender of senders.values()) {
    const [newest] = await tx.sql<{ created_at: number }>(sentText, [head.chat_id, sender.mid]);
    if (newest) sender.sentAt = newest.created_at;
  }
}
