import type { ChatWindow } from '#client/context.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import type { ChangeBatch, EngineEvent } from '#sync/changes.ts';
import type { Focus, Surroundings } from '#sync/ports.ts';
import type { ChatWindowDeps } from './ChatWindowDeps.ts';
import { createChatWindow, type FedChatWindow } from './createChatWindow.ts';

/** How long a closed window stays, ms: React closes and opens again within a moment. */
const lingerMs = 200;
/** How often a tab with the focus says again what it shows, ms: a tab that has crashed must not count as being looked at for long. */
export const attentionBeatMs = 30_000;

/** All windows of this tab, and what the engine is told about them. */
export interface ChatWindows {
  open(c: ChatId): ChatWindow;
  /** People on screen whose presence matters. */
  watch(ids: UserId[]): void;
  take(batch: ChangeBatch): void;
  hear(event: EngineEvent): void;
  reload(): void;
  /** Who types in a chat, without me. */
  showTyping(c: ChatId, members: readonly number[]): void;
  /** Tells the engine again what this tab shows: a new engine knows nothing of it. */
  sayView(): void;
  /** The person has left: says nothing any more. */
  stop(): void;
}

interface Shared {
  window: FedChatWindow;
  users: number;
  stopLinger?: () => void;
}

/** Makes the windows of a tab. One chat has one window, however many parts of the screen have opened it. */
export function createChatWindows(deps: ChatWindowDeps & { surroundings: Surroundings; focus: Focus }): ChatWindows {
  const shared = new Map<ChatId, Shared>();
  let watched: UserId[] = [];
  const sayView = (): void => {
    const open = [...shared].filter(([, { users }]) => users > 0).map(([c]) => c);
    const { line, surroundings, focus } = deps;
    const seen = { visible: surroundings.isVisible(), focused: focus.isFocused() };
    line.call({ t: 'view', view: { tab: line.tab, ...seen, open, watch: watched } });
  };
  const stopSaying = keepSaying(deps, sayView);
  const close = (c: ChatId, entry: Shared): void => {
    entry.users -= 1;
    if (entry.users > 0) return;
    sayView();
    entry.stopLinger = deps.clock.after(lingerMs, () => {
      if (entry.users === 0) shared.delete(c);
    });
  };
  const all = (): FedChatWindow[] => [...shared.values()].map(({ window }) => window);
  return {
    open(c) {
      const entry = shared.get(c) ?? { window: createChatWindow(deps, c), users: 0 };
      shared.set(c, entry);
      entry.stopLinger?.();
      entry.users += 1;
      if (entry.users === 1) sayView();
      let isOpen = true;
      const { store, loadOlder, loadNewer, look, jumpTo, see } = entry.window;
      return {
        store,
        loadOlder,
        loadNewer,
        look,
        jumpTo,
        see,
        close() {
          if (isOpen) close(c, entry);
          isOpen = false;
        },
      };
    },
    watch(ids) {
      const isSame = ids.length === watched.length && ids.every((id, i) => id === watched[i]);
      watched = [...ids];
      if (!isSame) sayView();
    },
    take: (batch) => all().forEach((window) => window.take(batch)),
    hear: (event) => all().forEach((window) => window.hear(event)),
    reload: () => all().forEach((window) => window.reload()),
    showTyping: (c, members) => shared.get(c)?.window.store.setState({ typing: members }),
    sayView,
    stop: stopSaying,
  };
}

/** Says what this tab shows whenever somebody begins or stops looking at it, and now and then meanwhile. */
function keepSaying(
  { surroundings, focus, clock }: { surroundings: Surroundings; focus: Focus; clock: ChatWindowDeps['clock'] },
  sayView: () => void,
): () => void {
  let stopBeat: () => void;
  const beat = (): void => {
    if (focus.isFocused()) sayView();
    stopBeat = clock.after(attentionBeatMs, beat);
  };
  stopBeat = clock.after(attentionBeatMs, beat);
  const stops = [
    surroundings.onChange((what) => {
      if (what === 'visible' || what === 'hidden') sayView();
    }),
    focus.onChange(sayView),
  ];
  return () => [stopBeat, ...stops].forEach((stop) => stop());
}
