import type { Standing } from '#domain/permissions.ts';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import type { OwnedReadState } from '#server/storage/rows/readStates.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import type { Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { enterChat, enterSeat, type Entered } from '#server/storage/units/chats/enterChat.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import type { ActInput, ActOutcome } from './ActOutcome.ts';

/** An act under way. What it does to people and read states it notes here; the rest is read from the rows. */
export interface Acting extends Entered {
  standing: Standing;
  /** people whose own rows changed */
  people: UserId[];
  /** the same, whose counters are stamped already */
  stamped: UserId[];
  reads: OwnedReadState[];
}

/**
 * Runs one act of a member on a chat: lock, right, the work once per `op`, counters of the people it touched, and what the rooms must hear. `may` is asked
 * under the lock. `inRooms`: it works in rooms of communities, too. Throws NOT_MEMBER, FORBIDDEN.
 */
export async function act<Result>(
  tx: Tx,
  input: ActInput,
  { name, may, inRooms }: { name: string; may: (standing: Standing) => boolean; inRooms?: true },
  work: (acting: Acting) => Promise<Result>,
): Promise<ActOutcome<Result>> {
  const entered = await (inRooms ? enterSeat : enterChat)(tx, input.c, input.user);
  const standing = standingOf(entered.head, entered.me);
  const acting: Acting = { ...entered, standing, people: [], stamped: [], reads: [] };
  const operation = { userId: input.user, op: input.op, name };
  const { result, isRepeat } = await withOp(tx, operation, async () => {
    if (!may(standing)) throw new AppError('FORBIDDEN');
    const done = await work(acting);
    await stampUrevs(tx, toChatId(communityOf(entered.head)), [...new Set(acting.people)]);
    return done;
  });
  if (isRepeat) return { result, people: [] };
  const change = await readChange(tx, input.c, entered.a);
  return { result, ...(change ? { change } : {}), people: [...acting.people, ...acting.stamped], reads: acting.reads };
}
