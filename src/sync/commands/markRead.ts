import type { Commands } from '../commands.ts';
import { loadChat } from '../loadChat.ts';
import { saveChat } from '../saveChat.ts';
import { countChat } from '../merge/countChat.ts';
import { layMark } from '../merge/takeMe.ts';
import type { CommandContext } from './commandContext.ts';
import { queueSettings } from './setChat.ts';

/**
 * Moves the read position forward: stores the mark and, in the same transaction, the counts that follow from it. A position at or below the present one
 * changes nothing, except that it takes back "marked as unread".
 */
export async function markRead(ctx: CommandContext, input: Parameters<Commands['markRead']>[0]): Promise<void> {
  const { c, s } = input;
  await ctx.commit(async (tx) => {
    const chat = await tx.get('chats', c);
    if (!chat) return;
    if (s <= chat.me.rs) {
      if (chat.me.uf !== undefined) await queueSettings(ctx, tx, { c, set: { unreadFrom: 0 } });
      return;
    }
    const before = await loadChat(tx, c, { from: chat.me.rs + 1 });
    if (!before) return;
    await tx.put('marks', [{ c, s }]);
    await saveChat(tx, before, countChat(layMark({ ...before, mark: s })));
  });
}
