import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat, LocalMessage } from '#sync/changes.ts';
import type { AlertDeps } from './AlertDeps.ts';
import type { AlertLine } from './AlertLine.ts';
import { alertWords } from './alertWords.ts';
import { createSummary } from './createSummary.ts';
import { refreshLines } from './refreshLines.ts';

/** Messages that one alert remembers: when the newest is unsent, the one before it is shown again. */
const linesMax = 20;

/** The alerts that stand on the device. */
export interface Board {
  /** Tells of more messages of a chat, in the place of what was told of it before. */
  post(c: ChatId, lines: readonly AlertLine[]): void;
  /** One alert for many chats. */
  summarise(chats: readonly ChatId[]): void;
  /** Closes or rewrites what is not true any more. `rows`: messages that were written. */
  settle(rows: readonly LocalMessage[]): void;
  /** Takes over what another tab has shown. */
  adopt(): void;
  /** Another tab looks after them now. */
  forget(): void;
  closeAll(): void;
}

type BoardDeps = Pick<AlertDeps, 'me' | 'stores' | 'notifications' | 'screens' | 'isLeading' | 't'>;

/** Makes the board of one tab. What stands belongs to the browser, not to the tab: see `adopt`. */
export function createBoard(deps: BoardDeps): Board {
  const { me, notifications, stores } = deps;
  const shown = new Map<ChatId, AlertLine[]>();
  const summary = createSummary(deps);
  const tagOf = (c: ChatId): string => `${me}:${c}`;
  const isMine = (tag: string): boolean => tag.startsWith(`${me}:`);

  const show = (chat: LocalChat, lines: readonly AlertLine[], isQuiet: boolean): void => {
    const line = lines.at(-1);
    if (line) void notifications.show({ tag: tagOf(chat.c), isQuiet, ...toNote(deps, chat, line) });
  };
  const settleChat = (c: ChatId, lines: AlertLine[], rows: readonly LocalMessage[]): void => {
    const { chats, archived } = stores.chatList.getState();
    const chat = chats.get(c);
    const fresh = deps.screens.isOnScreen(c) || archived.has(c) ? [] : refreshLines(lines, chat, rows);
    if (!chat || fresh.length === 0) {
      shown.delete(c);
      return void notifications.close(tagOf(c));
    }
    shown.set(c, fresh);
    const [old, now] = [lines.at(-1), fresh.at(-1)];
    if (old?.s !== now?.s || old?.x !== now?.x) show(chat, fresh, true);
  };
  const settle = (rows: readonly LocalMessage[]): void => {
    for (const [c, lines] of [...shown]) settleChat(c, lines, rows);
    summary.settle();
  };
  const adopt = async (): Promise<void> => {
    const notes = (await notifications.shown()).filter(({ tag }) => isMine(tag));
    if (!deps.isLeading()) return;
    for (const { tag, c, s } of notes) {
      if (c === undefined || s === undefined) await notifications.close(tag);
      else if (!shown.has(c)) shown.set(c, [toKnownLine(stores.chatList.getState().chats.get(c), s)]);
    }
    settle([]);
  };
  const forget = (): void => {
    shown.clear();
    summary.forget();
  };
  return {
    post(c, lines) {
      const chat = stores.chatList.getState().chats.get(c);
      if (!chat) return;
      const all = [...(shown.get(c) ?? []), ...lines].slice(-linesMax);
      shown.set(c, all);
      show(chat, all, false);
    },
    summarise: (chats) => summary.add(chats),
    settle,
    adopt: () => void adopt(),
    forget,
    closeAll() {
      forget();
      void notifications.shown().then((notes) => {
        for (const { tag } of notes) if (isMine(tag)) void notifications.close(tag);
      });
    },
  };
}

function toNote({ stores, t }: BoardDeps, chat: LocalChat, line: AlertLine) {
  const hasText = stores.prefs.getState().notificationText;
  const { root } = chat.meta;
  // A thread has no name of its own.
  const around = root && stores.chatList.getState().chats.get(root.c);
  const words = alertWords(t, { chat, around, line, people: stores.people.getState(), hasText });
  const path = root ? `/chats/${root.c}/t/${chat.c}` : `/chats/${chat.c}/m/${line.s}`;
  return { c: chat.c, s: line.s, path, ...words };
}

/** What is known of a message that another tab has told of: the head still shows it, or only that it is there. */
function toKnownLine(chat: LocalChat | undefined, s: number): AlertLine {
  const newest = chat?.head.l;
  return newest?.s === s
    ? { s, u: newest.u, x: newest.x, k: newest.k, b: newest.b, isMention: false }
    : { s, u: undefined, x: undefined, isMention: false };
}
