import { browserFocus } from '#client/adapters/browser/browserFocus.ts';
import { browserRandom } from '#client/adapters/browser/browserRandom.ts';
import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import { createUnreadSign } from '#client/adapters/browser/createUnreadSign.ts';
import type { Services } from '#client/context.ts';
import { recountChatList } from '#client/stores/applyChatList.ts';
import type { UserId } from '#protocol/ids.ts';
import type { ChangeBatch } from '#sync/changes.ts';
import type { Clock, LocalStore, Surroundings, TabLine } from '#sync/ports.ts';
import type { AppShared } from './AppShared.ts';
import { createChatWindows, type ChatWindows } from './chatWindow/createChatWindows.ts';
import { createBatchFeed } from './createBatchFeed.ts';
import { createProjection } from './createProjection.ts';
import { createUserLookup } from './createUserLookup.ts';
import { hearEngine, type EngineHearing } from './hearEngine.ts';
import { personStores } from './personStores.ts';
import { readRoot } from './readRoot.ts';

/** What a tab shows of a person, kept true by the batches of all tabs. */
export interface PersonView {
  stores: Services['stores'];
  windows: ChatWindows;
  lookUpUsers(ids: readonly UserId[]): void;
  serverNow(): number;
  /** Hears every batch in order, after the stores have taken it. */
  onBatch(listener: (batch: ChangeBatch) => void): () => void;
  /** Reads the rows of the first paint. */
  load(): Promise<void>;
  /** Reads everything on screen again, after a lost batch or a sleep. */
  reload(): void;
  close(): void;
}

/** How often the end of a mute is looked for, ms. */
const recountMs = 30_000;

/** Makes the view and begins to listen; nothing is read before {@link PersonView.load}. */
export function createPersonView(
  deps: { shared: AppShared; store: LocalStore; line: TabLine; clock: Clock; surroundings: Surroundings },
  hooks: Pick<EngineHearing, 'onEnded' | 'onStorage'>,
): PersonView {
  const { shared, store, line, clock, surroundings } = deps;
  const serverNow = (): number => clock.now() + projected.stores.health.getState().status.clockOffset;
  const projected = personStores(shared, serverNow);
  const { stores } = projected;
  const lookUpUsers = createUserLookup({ store, people: stores.people, line, log: consoleLog });
  const isLive = (): boolean => stores.health.getState().status.phase === 'live';
  const log = consoleLog;
  const random = browserRandom;
  const windows = createChatWindows({
    ...{ store, line, clock, random, log, surroundings, focus: browserFocus, isLive },
    wantUsers: lookUpUsers,
  });
  const feed = createBatchFeed(clock);
  const root = createProjection({
    read: () => readRoot(store),
    show: (rows, num) => {
      projected.show(rows);
      feed.continueAfter(num);
    },
    apply: projected.apply,
  });
  feed.onBatch((batch) => {
    root.take(batch);
    windows.take(batch);
  });
  const reload = (): void => {
    root.load().catch((error: unknown) => log.warn('root.unreadable', { error: String(error) }));
    windows.reload();
  };
  feed.onHole(reload);
  const stopHearing = line.onEvent(hearEngine({ stores, windows, clock, take: (batch) => feed.take(batch), ...hooks }));
  const sign = createUnreadSign('Kabar');
  const stopSign = stores.chatList.subscribe((list, before) => {
    if (list.totalUnread !== before.totalUnread) sign.show(list.totalUnread);
  });
  const recount = setInterval(
    () => stores.chatList.setState((state) => recountChatList(state, serverNow()), true),
    recountMs,
  );
  return {
    stores,
    windows,
    lookUpUsers,
    serverNow,
    onBatch: (listener) => feed.onBatch(listener),
    load: () => root.load(),
    reload,
    close() {
      stopHearing();
      stopSign();
      clearInterval(recount);
      windows.stop();
      sign.clear();
    },
  };
}
