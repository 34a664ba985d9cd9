import { dropUploads } from '../outbox/uploadsOf.ts';
import type { CommandContext } from './commandContext.ts';
import { takeBackPending } from './unsendMessage.ts';

/** Removes an entry of the tray. A message that may have left is taken back instead; another action that may have left only stops being shown. */
export async function discardEntry(ctx: CommandContext, id: number): Promise<void> {
  await ctx.commit(async (tx) => {
    const entry = await tx.get('outbox', id);
    if (!entry || entry.state === 'acked') return;
    if (entry.action.t === 'send') await takeBackPending(ctx, tx, entry);
    else {
      await dropUploads(tx, entry);
      await tx.del('outbox', [id]);
    }
  });
}
