import { laneOf, readLane } from '../lanes.ts';
import type { Commands } from '../commands.ts';
import { newEntry, type CommandContext } from './commandContext.ts';

/** Takes the card of its link off a message; asked twice, it is sent once. */
export async function dropLink(ctx: CommandContext, { c, s }: Parameters<Commands['dropLink']>[0]): Promise<void> {
  await ctx.commit(async (tx) => {
    const lane = await readLane(tx, laneOf(c));
    if (lane.some(({ action, state }) => action.t === 'dropLink' && action.s === s && state !== 'failed')) return;
    await tx.put('outbox', [newEntry({ t: 'dropLink', c, s, op: ctx.newOp() }, ctx.now())]);
  });
}
