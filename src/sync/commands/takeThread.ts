import type { Commands } from '../commands.ts';
import type { CommandContext } from './commandContext.ts';

/** Makes a thread that the server has just named a chat of this device. Few people begin threads: the code comes with the first. */
export async function takeThread(
  ctx: CommandContext,
  { parent, news }: Parameters<Commands['takeThread']>[0],
): Promise<void> {
  const { takeThreads } = await import('../takeThreads.ts');
  await ctx.commit(async (tx) => void (await takeThreads(tx, parent, [news])));
}
