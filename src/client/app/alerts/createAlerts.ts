import { isPlace } from '#domain/chatTraits.ts';
import { toRelation } from '#domain/contactTraits.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import { mayAlert } from '#domain/notifyRules.ts';
import type { LocalChat, LocalMessage } from '#sync/changes.ts';
import type { AlertDeps } from './AlertDeps.ts';
import type { AlertLine } from './AlertLine.ts';
import { createBoard, type Board } from './createBoard.ts';
import { refreshLines } from './refreshLines.ts';
import { findNews } from './findNews.ts';

/**
 * How long a message waits before it is told of, ms: what is read at once on another device needs no alert there and here, and a burst of messages is one
 * alert. Short enough that nobody notices.
 */
export const graceMs = 1_000;
/** After an absence, more chats than these are told of by one summary. */
export const alertsAtOnce = 3;

/** The alerts of one person in one tab. */
export interface Alerts {
  /** The stores hold a new state; `rows`: messages that were written on the way. */
  look(rows: readonly LocalMessage[]): void;
  /** Some tab shows something else, or is looked at. */
  lookAtScreens(): void;
  /** Takes all alerts of this person away and ends. */
  stop(): void;
}

/** Messages that wait out the grace. */
interface Waiting {
  readonly lines: Map<ChatId, AlertLine[]>;
  /** some of them came before there was a live connection */
  isCatchUp: boolean;
  stopTimer: (() => void) | undefined;
}

/**
 * Makes the alerts. Rules: {@link file://../../../domain/notifyRules.ts}. The tab that leads compares every state of the chat list with the one before it.
 * What it finds new waits for {@link graceMs}, and until the line is live after an absence, and is then told of if it still is news.
 *
 *   news ──▶ waiting ──grace, live──▶ on the board ──read, unsent, looked at──▶ closed
 *                └──read, unsent, looked at──▶ (nothing)
 */
export function createAlerts(deps: AlertDeps): Alerts {
  const board = createBoard(deps);
  const waiting: Waiting = { lines: new Map(), isCatchUp: false, stopTimer: undefined };
  let known: Map<ChatId, LocalChat> | undefined;
  const { chatList, health, prefs } = deps.stores;

  const look = (rows: readonly LocalMessage[]): void => {
    const list = chatList.getState();
    if (!list.loaded) return;
    if (!deps.isLeading()) {
      known = undefined;
      forget(waiting);
      return board.forget();
    }
    if (!known) {
      // What is there when a tab begins to lead is no news; alerts that the one before has shown become its own.
      known = new Map(list.chats);
      return board.adopt();
    }
    for (const [c, chat] of list.chats) {
      const before = known.get(c);
      if (before === chat) continue;
      known.set(c, chat);
      wait(deps, waiting, chat, findNews({ before, after: chat, rows, isBlocked: (user) => isBlocked(deps, user) }));
    }
    refresh(waiting, list.chats, rows);
    board.settle(rows);
    plan();
  };
  const plan = (): void => {
    if (waiting.lines.size === 0 || !isLive(deps)) return;
    waiting.stopTimer ??= deps.clock.after(graceMs, () => {
      waiting.stopTimer = undefined;
      tell(deps, waiting, board);
    });
  };
  const stopHealth = health.subscribe(plan);
  const stopPrefs = prefs.subscribe((now, before) => {
    if (now.notifications !== before.notifications && now.notifications === 'off') board.closeAll();
  });
  return {
    look,
    lookAtScreens: () => board.settle([]),
    stop() {
      stopHealth();
      stopPrefs();
      forget(waiting);
      board.closeAll();
    },
  };
}

const isLive = ({ stores }: AlertDeps): boolean => stores.health.getState().status.phase === 'live';

function isBlocked({ stores }: AlertDeps, user: number): boolean {
  return toRelation(stores.people.getState().contacts.get(toUserId(user))) === 'blocked';
}

function wait(deps: AlertDeps, waiting: Waiting, { c, kind }: LocalChat, lines: readonly AlertLine[]): void {
  if (lines.length === 0) return;
  waiting.lines.set(c, [...(waiting.lines.get(c) ?? []), ...lines]);
  if (!isLive(deps)) waiting.isCatchUp = true;
  if (!isPlace(kind)) deps.wantUsers(lines.flatMap(({ u }) => (u === undefined ? [] : [toUserId(u)])));
}

function refresh(waiting: Waiting, chats: ReadonlyMap<ChatId, LocalChat>, rows: readonly LocalMessage[]): void {
  for (const [c, lines] of waiting.lines) {
    const fresh = refreshLines(lines, chats.get(c), rows);
    if (fresh.length === 0) waiting.lines.delete(c);
    else waiting.lines.set(c, fresh);
  }
}

function forget(waiting: Waiting): void {
  waiting.lines.clear();
  waiting.isCatchUp = false;
  waiting.stopTimer?.();
  waiting.stopTimer = undefined;
}

/** Puts on the board what is still news when the grace is over. */
function tell(deps: AlertDeps, waiting: Waiting, board: Board): void {
  const { screens, notifications, stores } = deps;
  const { chats } = stores.chatList.getState();
  const { isCatchUp } = waiting;
  const news = [...waiting.lines].flatMap(([c, lines]) => {
    const chat = chats.get(c);
    const told = chat && !screens.isOnScreen(c) ? lines.filter((line) => isAllowed(deps, chat, line)) : [];
    return told.length > 0 ? [{ c, lines: told }] : [];
  });
  forget(waiting);
  const isWanted = stores.prefs.getState().notifications === 'on' && notifications.permission() === 'granted';
  if (news.length === 0 || !isWanted || !deps.isLeading()) return;
  // Who comes back and looks at the app sees in the list what has come meanwhile.
  if (isCatchUp && screens.isAttended()) return;
  if (isCatchUp && news.length > alertsAtOnce) return board.summarise(news.map(({ c }) => c));
  for (const { c, lines } of news) board.post(c, lines);
}

/** What a person has set for a community holds for its rooms, too. */
function isAllowed({ serverNow, stores }: AlertDeps, chat: LocalChat, line: AlertLine): boolean {
  const { archived, chats } = stores.chatList.getState();
  const { parent } = chat.meta;
  const community = parent === undefined ? undefined : chats.get(parent);
  const isQuiet = (one: LocalChat): boolean => archived.has(one.c) || !mayAlert(one.me, line, serverNow());
  return !isQuiet(chat) && !(community && isQuiet(community));
}
