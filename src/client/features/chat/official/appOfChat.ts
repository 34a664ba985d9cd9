import { isAppId } from '#domain/appLinks.ts';
import type { AppId } from '#protocol/ids.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';

/** The app that writes in an official chat: its messages name it, texts and cards alike. Undefined while there is none on this device. */
export function appOfChat({ messages }: Pick<ChatWindowState, 'messages'>): AppId | undefined {
  for (const { b, del } of messages.toReversed()) {
    const app = del === undefined ? b?.['app'] : undefined;
    if (typeof app === 'string' && isAppId(app)) return app as AppId;
  }
  return undefined;
}
