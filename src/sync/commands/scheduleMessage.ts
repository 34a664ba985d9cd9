import type { Cid } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import type { Commands } from '../commands.ts';
import { newUploads } from '../outbox/uploadsOf.ts';
import { newEntry, type CommandContext } from './commandContext.ts';

/** Queues a message that is sent later, in place of the draft it came from. The server gets it as soon as it can, and keeps it until its time. */
export async function scheduleMessage(
  ctx: CommandContext,
  input: Parameters<Commands['scheduleMessage']>[0],
): Promise<Cid> {
  const cid = toCid(ctx.newId());
  await ctx.commit(async (tx) => {
    const action = { t: 'schedule' as const, ...input, cid, op: ctx.newOp() };
    const now = ctx.now();
    await tx.put('outbox', [newEntry(action, now)]);
    await tx.put('uploads', newUploads(action, now));
    const draft = await tx.get('drafts', input.c);
    if (draft && !draft.edit) await tx.del('drafts', [input.c]);
  });
  return cid;
}
