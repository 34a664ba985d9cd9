import { limits } from '#protocol/limits.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { TabView } from './changes.ts';
import type { EngineContext } from './engineContext.ts';
import type { Link } from './link.ts';

/** Changes within this time become one message, ms: the server takes five a second. */
const collectMs = 200;

/** What all tabs together show. */
export interface View {
  set(view: TabView): void;
  bye(tab: string): void;
  /** Declares the view on a new connection. */
  onLive(): void;
  /** The server may have put these chats off the screen, because I was out of them for a while: declares the view again if it shows one of them. */
  arrived(chats: readonly ChatId[]): void;
  open(): readonly ChatId[];
  isVisible(): boolean;
  /** This person types. The tab says so seldom enough. */
  typing(c: ChatId): void;
}

/** What one view remembers. */
interface Shown {
  readonly ctx: EngineContext;
  readonly link: Link;
  readonly onOpen: (revs: readonly (readonly [ChatId, number])[]) => void;
  /** latest change last: when more chats are open than the server takes, the ones looked at last win */
  readonly tabs: Map<string, TabView>;
  version: number;
  /** what the server of this connection knows, as text */
  sent: string;
  /** how often it has been wished that the view be declared whatever the server knows */
  wishes: number;
  isPlanned: boolean;
}

/** Makes the view. `onOpen`: chats that the server has just put on screen for us, with the revs they stand at. */
export function createView(ctx: EngineContext, link: Link, onOpen: Shown['onOpen']): View {
  const shown: Shown = { ctx, link, onOpen, tabs: new Map(), version: 0, sent: '', wishes: 0, isPlanned: false };
  const { tabs } = shown;
  return {
    set(view) {
      const before = tabs.get(view.tab)?.open ?? [];
      // The answer to the declaration tells what a newly opened screen has to show, also if another tab shows the chat already.
      if (view.open.some((c) => !before.includes(c))) forget(shown);
      tabs.delete(view.tab);
      tabs.set(view.tab, view);
      plan(shown);
    },
    bye(tab) {
      tabs.delete(tab);
      plan(shown);
    },
    onLive() {
      forget(shown);
      ctx.spawn('view', () => declare(shown));
    },
    arrived(chats) {
      if (!openChats(tabs).some((c) => chats.includes(c))) return;
      forget(shown);
      plan(shown);
    },
    open: () => openChats(tabs),
    isVisible: () => isVisible(shown),
    typing: (c) => link.signal('typing', { c }),
  };
}

function openChats(tabs: ReadonlyMap<string, TabView>): ChatId[] {
  const views = [...tabs.values()].reverse().sort((left, right) => Number(right.visible) - Number(left.visible));
  return [...new Set(views.flatMap((view) => view.open))].slice(0, limits.openChatsMax);
}

function isVisible({ ctx, tabs }: Shown): boolean {
  return tabs.size === 0 ? ctx.ports.surroundings.isVisible() : [...tabs.values()].some((view) => view.visible);
}

/** The next declaration goes out although the server may know the view: the answer to one that is under way may be of before. */
function forget(shown: Shown): void {
  shown.sent = '';
  shown.wishes += 1;
}

function plan(shown: Shown): void {
  if (shown.isPlanned) return;
  shown.isPlanned = true;
  shown.ctx.after(collectMs, () => {
    shown.isPlanned = false;
    shown.ctx.spawn('view', () => declare(shown));
  });
}

/** Tells the server the whole view, if it is not the one it knows. */
async function declare(shown: Shown): Promise<void> {
  const { ctx, link, onOpen, tabs } = shown;
  const pres = [...new Set([...tabs.values()].flatMap((view) => view.watch))].slice(0, limits.presenceMax);
  const content = { open: openChats(tabs), pres, vis: isVisible(shown) ? (1 as const) : (0 as const) };
  const text = JSON.stringify(content);
  if (text === shown.sent || !link.isLive()) return;
  shown.version += 1;
  const { wishes } = shown;
  const ack = await link.request('view.set', { v: shown.version, ...content });
  if (!ack.ok) {
    // Nothing is lost: the whole view is declared again soon, or on the next connection.
    if (link.isLive()) ctx.after(ack.retry ?? 2_000, () => plan(shown));
    return;
  }
  if (shown.wishes === wishes) shown.sent = text;
  onOpen(ack.data.revs);
  for (const [c, steps] of ack.data.rc) ctx.ports.line.announce({ t: 'receipts', c, v: 1, steps });
  for (const [c, count] of ack.data.on ?? []) ctx.ports.line.announce({ t: 'online', c, count });
}
