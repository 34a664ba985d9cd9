import { laneOf, readLane } from '../lanes.ts';
import type { Commands } from '../commands.ts';
import { isUntried, newEntry, type CommandContext } from './commandContext.ts';

/** Sets my vote about a message, or takes it back; of several that wait only the last is sent. */
export async function setVote(ctx: CommandContext, input: Parameters<Commands['setVote']>[0]): Promise<void> {
  const { c, s } = input;
  const o = [...new Set(input.o)].toSorted((one, other) => one - other);
  await ctx.commit(async (tx) => {
    const lane = await readLane(tx, laneOf(c));
    const waiting = lane.find((entry) => entry.action.t === 'vote' && entry.action.s === s && isUntried(entry));
    if (waiting?.action.t === 'vote') await tx.put('outbox', [{ ...waiting, action: { ...waiting.action, o } }]);
    else await tx.put('outbox', [newEntry({ t: 'vote', c, s, o, op: ctx.newOp() }, ctx.now())]);
  });
}
