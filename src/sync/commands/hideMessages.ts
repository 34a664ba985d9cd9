import { limits } from '#protocol/limits.ts';
import type { Commands } from '../commands.ts';
import { newEntry, type CommandContext } from './commandContext.ts';

/** Hides messages from me: at once here, on my other devices when the server has heard of it. What is hidden already is left alone. */
export async function hideMessages(ctx: CommandContext, input: Parameters<Commands['hideMessages']>[0]): Promise<void> {
  const { c } = input;
  await ctx.commit(async (tx) => {
    const wanted = [...new Set(input.seqs)];
    const known = await tx.getMany(
      'hidden',
      wanted.map((s): [typeof c, number] => [c, s]),
    );
    const seqs = wanted.filter((_s, index) => known[index] === undefined);
    for (let from = 0; from < seqs.length; from += limits.hideMax) {
      const part = seqs.slice(from, from + limits.hideMax);
      await tx.put('outbox', [newEntry({ t: 'hide', c, seqs: part, op: ctx.newOp() }, ctx.now())]);
    }
    await tx.put(
      'hidden',
      seqs.map((s) => ({ c, s })),
    );
  });
}
