import { ownLane, readLane } from '../lanes.ts';
import { loadChat } from '../loadChat.ts';
import { saveChat } from '../saveChat.ts';
import type { Commands } from '../commands.ts';
import { countChat } from '../merge/countChat.ts';
import { laySettings } from '../merge/takeMe.ts';
import type { WriteTx } from '../ports.ts';
import { isUntried, newEntry, type CommandContext } from './commandContext.ts';

/** Changes my own settings of a chat; they show at once. */
export async function setChat(ctx: CommandContext, input: Parameters<Commands['setChat']>[0]): Promise<void> {
  await ctx.commit((tx) => queueSettings(ctx, tx, input));
}

/** Queues settings; those that wait for the same chat are joined, the last value of each wins. */
export async function queueSettings(
  ctx: CommandContext,
  tx: WriteTx,
  { c, set }: Parameters<Commands['setChat']>[0],
): Promise<void> {
  const before = await loadChat(tx, c);
  if (!before) return;
  const lane = await readLane(tx, ownLane);
  const waiting = lane.find((entry) => entry.action.t === 'chatSet' && entry.action.c === c && isUntried(entry));
  if (waiting?.action.t === 'chatSet') {
    const joined = { ...waiting.action.set, ...set };
    await tx.put('outbox', [{ ...waiting, action: { ...waiting.action, set: joined } }]);
  } else {
    await tx.put('outbox', [newEntry({ t: 'chatSet', c, set, op: ctx.newOp() }, ctx.now())]);
  }
  const me = laySettings(before.chat.me, set, before.chat.head.rev);
  const laid = { ...before, chat: { ...before.chat, me } };
  // A mark further back counts rows that were not loaded for the standing before.
  const from = me.uf === undefined ? undefined : await loadChat(tx, c, { from: me.uf });
  if (from) await saveChat(tx, { ...before, rows: from.rows }, countChat({ ...laid, rows: from.rows }));
  else await saveChat(tx, before, countChat(laid));
}
