import type { Commands } from '../commands.ts';
import type { CommandContext } from './commandContext.ts';

/** Keeps an unfinished text, or forgets it when nothing is left of it. */
export async function saveDraft(ctx: CommandContext, draft: Parameters<Commands['saveDraft']>[0]): Promise<void> {
  const isEmpty = draft.text === '' && draft.re === undefined && draft.edit === undefined && !draft.files?.length;
  await ctx.commit(async (tx) => {
    if (isEmpty) await tx.del('drafts', [draft.c]);
    else await tx.put('drafts', [{ ...draft, updated: ctx.now() }]);
  });
}
