import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, MemberId, OpId, UserId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { enterChat } from '#server/storage/units/chats/enterChat.ts';
import { connectState, hasBlocked, meet } from './meet.ts';

export interface AskInput {
  c: ChatId;
  user: UserId;
  member: MemberId;
  op: OpId;
}
/** `people`: whose friends changed; `asked`: who has a new question. */
export interface Asked {
  result: { state: 'asked' | 'met' };
  people: UserId[];
  asked?: UserId;
}

/**
 * Asks another member to connect. Nothing tells the asker whether the question arrived: who was blocked or declined lately is answered alike. Throws
 * NOT_MEMBER, FORBIDDEN (no community, or oneself), NOT_FOUND (not in), FULL (as many questions wait as one can have).
 */
export const askToConnect = writeUnit(async (tx: Tx, input: AskInput): Promise<Asked> => {
  const { head, me } = await enterChat(tx, input.c, input.user);
  const people: UserId[] = [];
  const asked: UserId[] = [];
  const operation = { userId: input.user, op: input.op, name: 'connect.ask' };
  const { result } = await withOp(tx, operation, async (): Promise<Asked['result']> => {
    if (head.kind !== chatKind.community || input.member === (me.mid as MemberId)) throw new AppError('FORBIDDEN');
    const [other] = await tx.sql<{ user_id: number }>(
      `SELECT user_id FROM members WHERE chat_id = ? AND mid = ? AND state = ${memberState.joined}`,
      [input.c, input.member],
    );
    if (!other) throw new AppError('NOT_FOUND');
    const peer = toUserId(other.user_id);
    if (await isAskedBy(tx, input, peer)) {
      await meet(tx, input.user, peer);
      people.push(input.user, peer);
      return { state: 'met' };
    }
    if (await ask(tx, input, peer)) asked.push(peer);
    return { state: 'asked' };
  });
  return { result, people, ...(asked[0] === undefined ? {} : { asked: asked[0] }) };
});

/** Whether the other one waits for my answer, and neither has blocked the other since. */
async function isAskedBy(tx: Tx, { c, user }: AskInput, peer: UserId): Promise<boolean> {
  const rows = await tx.sql<{ at: number }>(
    `SELECT at FROM connect_requests WHERE chat_id = ? AND from_user = ? AND to_user = ? AND state = ${connectState.waiting}`,
    [c, peer, user],
  );
  return rows.length > 0 && !(await hasBlocked(tx, peer, user)) && !(await hasBlocked(tx, user, peer));
}

/** Answers whether the other one sees a new question. */
async function ask(tx: Tx, { c, user }: AskInput, peer: UserId): Promise<boolean> {
  const [before] = await tx.sql<{ state: number; at: number }>(
    'SELECT state, at FROM connect_requests WHERE chat_id = ? AND from_user = ? AND to_user = ?',
    [c, user, peer],
  );
  const isQuiet = before?.state === connectState.declined && before.at + limits.connectAgainMs > tx.now;
  if (before?.state === connectState.waiting || isQuiet) return false;
  const [waiting] = await tx.sql<{ total: number }>(
    `SELECT count(*) AS total FROM connect_requests WHERE from_user = ? AND state = ${connectState.waiting}`,
    [user],
  );
  if ((waiting?.total ?? 0) >= limits.connectsMax) throw new AppError('FULL');
  // A question to who blocked me waits for ever, like one that is never answered: only he does not see it.
  await tx.sql(
    `INSERT INTO connect_requests (chat_id, from_user, to_user, state, at) VALUES (?, ?, ?, ${connectState.waiting}, ?)
     ON CONFLICT (chat_id, from_user, to_user) DO UPDATE SET state = excluded.state, at = excluded.at`,
    [c, user, peer, tx.now],
  );
  return !(await hasBlocked(tx, peer, user));
}
