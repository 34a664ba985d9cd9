import { ownLane, readLane } from '../lanes.ts';
import type { Commands } from '../commands.ts';
import { isUntried, newEntry, type CommandContext } from './commandContext.ts';

/** Stores a setting that follows me; of several values that wait only the last is sent. */
export async function setPref(ctx: CommandContext, input: Parameters<Commands['setPref']>[0]): Promise<void> {
  const { key, val } = input;
  await ctx.commit(async (tx) => {
    const lane = await readLane(tx, ownLane);
    const waiting = lane.find((entry) => entry.action.t === 'prefSet' && entry.action.key === key && isUntried(entry));
    if (waiting?.action.t === 'prefSet') await tx.put('outbox', [{ ...waiting, action: { ...waiting.action, val } }]);
    else await tx.put('outbox', [newEntry({ t: 'prefSet', key, val, op: ctx.newOp() }, ctx.now())]);
    const stored = await tx.get('prefs', key);
    await tx.put('prefs', [{ key, val, urev: stored?.urev ?? 0 }]);
  });
}
