import type { ChatId } from '#protocol/ids.ts';
import type { TabLine } from '../ports.ts';

/** Listens to what all tabs show. `onShown` hears of the chats of each view as it is told. */
export function shownChats(line: TabLine, onShown: (chats: readonly ChatId[]) => void = () => undefined) {
  const tabs = new Map<string, readonly ChatId[]>();
  const stop = line.onCall((call) => {
    if (call.t === 'bye') tabs.delete(call.tab);
    if (call.t !== 'view') return;
    // What was on screen until now has been looked at until now.
    onShown([...(tabs.get(call.view.tab) ?? []), ...call.view.open]);
    tabs.set(call.view.tab, call.view.open);
  });
  return { get: (): ReadonlySet<ChatId> => new Set([...tabs.values()].flat()), stop };
}
