import type { Commands } from '../commands.ts';
import type { CommandContext } from './commandContext.ts';
import { editPending } from './editMessage.ts';
import { released } from './retryEntry.ts';

/** Changes the text of a waiting message, or of a waiting edit, and sends it again if it had failed. */
export async function editEntry(ctx: CommandContext, input: Parameters<Commands['editEntry']>[0]): Promise<void> {
  const { id, b } = input;
  await ctx.commit(async (tx) => {
    const entry = await tx.get('outbox', id);
    if (!entry || entry.state === 'acked') return;
    const { action } = entry;
    if (action.t === 'edit' && (entry.tried === 0 || entry.state === 'failed')) {
      // A new op: the server remembers the answer to the old one and would repeat its refusal.
      const op = ctx.newOp();
      await tx.put('outbox', [released({ ...entry, i: op, tried: 0, action: { ...action, b, op } }, ctx.now())]);
      return;
    }
    await editPending(ctx, tx, entry, b);
    const edited = await tx.get('outbox', id);
    if (edited && (edited.state === 'failed' || edited.old)) await tx.put('outbox', [released(edited, ctx.now())]);
  });
}
