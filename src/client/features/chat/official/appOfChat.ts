import type { AppId } from '#protocol/ids.ts';
import { readCardHead } from '#domain/readCardHead.ts';
import { isCardMessage } from '#domain/chatTraits.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';

/** The app that writes in an official chat: of its newest card on this device. Undefined while it has sent none: a chat does not name its app. */
export function appOfChat({ messages }: Pick<ChatWindowState, 'messages'>): AppId | undefined {
  for (const { k, b, del } of messages.toReversed()) {
    const card = isCardMessage(k) && del === undefined ? readCardHead(b) : undefined;
    if (card) return card.app;
  }
  return undefined;
}
