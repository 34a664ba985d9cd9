import type { ChatId } from '#protocol/ids.ts';
import type { AlertDeps } from './AlertDeps.ts';
import { summaryWords } from './alertWords.ts';

/** The one alert for many chats that had something new while this browser was away. */
export interface Summary {
  add(chats: readonly ChatId[]): void;
  /** Closes it when the person looks at the app, or has read all of these chats elsewhere. */
  settle(): void;
  /** Another tab looks after it now. */
  forget(): void;
}

/** Makes the summary of one tab. */
export function createSummary(deps: Pick<AlertDeps, 'me' | 'stores' | 'notifications' | 'screens' | 't'>): Summary {
  const { me, stores, notifications, screens, t } = deps;
  const tag = `${me}:more`;
  let told = new Set<ChatId>();
  return {
    add(chats) {
      for (const c of chats) told.add(c);
      void notifications.show({ tag, path: '/chats', isQuiet: false, ...summaryWords(t, told.size) });
    },
    settle() {
      if (told.size === 0) return;
      const { chats } = stores.chatList.getState();
      told = new Set([...told].filter((c) => !screens.isAttended() && (chats.get(c)?.unread ?? 0) > 0));
      if (told.size === 0) void notifications.close(tag);
    },
    forget: () => told.clear(),
  };
}
