import { laneOf, readLane } from '../lanes.ts';
import type { Commands } from '../commands.ts';
import { isUntried, newEntry, type CommandContext } from './commandContext.ts';

/** Sets my reaction; of several that wait only the last is sent. */
export async function setReaction(ctx: CommandContext, input: Parameters<Commands['setReaction']>[0]): Promise<void> {
  const { c, s, e } = input;
  await ctx.commit(async (tx) => {
    const lane = await readLane(tx, laneOf(c));
    const waiting = lane.find((entry) => entry.action.t === 'react' && entry.action.s === s && isUntried(entry));
    if (waiting?.action.t === 'react') await tx.put('outbox', [{ ...waiting, action: { ...waiting.action, e } }]);
    else await tx.put('outbox', [newEntry({ t: 'react', c, s, e, op: ctx.newOp() }, ctx.now())]);
  });
}
