import { invariant } from '#base/invariant.ts';
import type { Me } from '#protocol/entities/members.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import { writeUnit, type SqlValue, type Tx } from '#server/storage/unit.ts';
import type { ChatRow, HeadRow } from '#server/storage/rows/rowTypes.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { readStandingsOf, toSnapshots } from '#server/storage/units/sync/readSnapshots.ts';
import { readSeats } from '#server/storage/units/sync/readRooms.ts';
import { readThreadSeat } from '#server/storage/units/sync/readThreads.ts';
import { readStanding } from '#server/storage/units/sync/readStanding.ts';
import type { ChatOutcome } from './chatOutcome.ts';
import { stampUrevs } from './stampUrevs.ts';

/** Own settings of one chat; what is absent stays. */
export interface SetChatInput {
  c: ChatId;
  user: UserId;
  op: OpId;
  notify?: number | undefined;
  mute?: number | undefined;
  pin?: number | undefined;
  hide?: boolean | undefined;
  unreadFrom?: number | undefined;
  /** threads: whether he follows it */
  follow?: boolean | undefined;
}

/** Stores own settings under the next version of them. Needs no lock of the chat: nobody else sees them. Throws NOT_MEMBER. */
export const setChat = writeUnit(async (tx: Tx, input: SetChatInput): Promise<ChatOutcome<{ me: Me }>> => {
  const { head, chat } = await readStanding(tx, input.c, input.user);
  if (chat.root_chat === null && input.follow !== undefined) throw new AppError('BAD');
  if (chat.parent_id !== null) return setRoom(tx, input, { parent: toChatId(chat.parent_id), chat, head });
  const { result, isRepeat } = await withOp(tx, { userId: input.user, op: input.op, name: 'chat.set' }, async () => {
    const columns = toColumns(input, head.rev);
    const sets = columns.map(([name]) => `${name} = ?, `).join('');
    await tx.sql(`UPDATE members SET ${sets}mver = mver + 1 WHERE chat_id = ? AND user_id = ?`, [
      ...columns.map(([, value]) => value),
      input.c,
      input.user,
    ]);
    await stampUrevs(tx, input.c, [input.user]);
    const [snapshot] = await toSnapshots(tx, await readStandingsOf(tx, input.user, [input.c]), () => ({
      meta: false,
      mem: false,
    }));
    invariant(snapshot, 'a member has a snapshot');
    return { me: snapshot.me };
  });
  return { result, people: isRepeat ? [] : [input.user] };
});

/** Of a room only how loud it is can be set, of a thread also whether one follows it; the rest is the community's. Throws BAD for the rest. */
async function setRoom(
  tx: Tx,
  input: SetChatInput,
  { parent, chat, head }: { parent: ChatId; chat: ChatRow; head: HeadRow },
): Promise<ChatOutcome<{ me: Me }>> {
  const { c, user, op, notify, mute, pin, hide, unreadFrom, follow } = input;
  if (pin !== undefined || hide !== undefined || unreadFrom !== undefined) throw new AppError('BAD');
  const { result, isRepeat } = await withOp(tx, { userId: user, op, name: 'chat.set' }, async () => {
    await tx.sql(
      `INSERT INTO room_state (chat_id, user_id, read_seq, read_n) VALUES (?, ?, 0, 0) ON CONFLICT (chat_id, user_id) DO NOTHING`,
      [c, user],
    );
    const columns = toColumns({ c, user, op, notify, mute }, 0);
    if (follow !== undefined) columns.push(['follows', follow ? 1 : 0]);
    // What was there before he followed it does not count.
    if (follow === true) await readSoFar(tx, { c, user }, head);
    await tx.sql(
      `UPDATE room_state SET ${columns.map(([name]) => `${name} = ?, `).join('')}mver = mver + 1 WHERE chat_id = ? AND user_id = ?`,
      [...columns.map(([, value]) => value), c, user],
    );
    // His devices find it with the community.
    await stampUrevs(tx, parent, [user]);
    const me =
      chat.root_chat === null
        ? (await readSeats(tx, user, [parent])).get(parent)?.find(([room]) => room === c)?.[1]
        : await readThreadSeat(tx, user, c);
    invariant(me, 'a room with a state of mine has a seat');
    return { me };
  });
  return { result, people: isRepeat ? [] : [user] };
}

const soFarText = `UPDATE room_state SET read_seq = ?, read_n = ?, own_after = 0 WHERE chat_id = ? AND user_id = ? AND follows = 0 AND read_seq < ?`;

/** Moves the position of somebody who does not follow a thread to its newest message. */
async function readSoFar(tx: Tx, { c, user }: { c: ChatId; user: UserId }, head: HeadRow): Promise<void> {
  await tx.sql(soFarText, [head.last_seq, head.n, c, user, head.last_seq]);
}

function toColumns(input: SetChatInput, rev: number): [string, SqlValue][] {
  const columns: [string, SqlValue][] = [];
  if (input.notify !== undefined) columns.push(['notify', input.notify]);
  if (input.mute !== undefined) columns.push(['mute_until', input.mute || null]);
  if (input.pin !== undefined) columns.push(['pin_rank', input.pin || null]);
  if (input.hide !== undefined) columns.push(['hidden_rev', input.hide ? rev : 0]);
  if (input.unreadFrom !== undefined) columns.push(['unread_from', input.unreadFrom || null]);
  return columns;
}
