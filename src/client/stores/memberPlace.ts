import { isCommunity } from '#domain/chatTraits.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat } from '#sync/changes.ts';

/** The chat under which a device keeps the members that a window of `c` names: of a thread the chat it hangs in. In communities each chat has those who wrote in it. */
export const memberPlace = (c: ChatId, chat: LocalChat | undefined): ChatId =>
  chat?.meta.root === undefined || isCommunity(chat.kind) ? c : (chat.meta.parent ?? c);
