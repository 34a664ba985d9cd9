import { limits } from '#protocol/limits.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { TabView } from './changes.ts';
import type { EngineContext } from './engineContext.ts';
import type { Link } from './link.ts';

/** Changes within this time become one message, ms: the server takes five a second. */
const collectMs = 200;
const typingMs = 3_000;

/** What all tabs together show. */
export interface View {
  set(view: TabView): void;
  bye(tab: string): void;
  /** Declares the view on a new connection. */
  onLive(): void;
  open(): readonly ChatId[];
  isVisible(): boolean;
  typing(c: ChatId): void;
}

/** Makes the view. `onOpen`: chats that the server has just put on screen for us, with the revs they stand at. */
export function createView(ctx: EngineContext, link: Link, onOpen: (revs: readonly (readonly [ChatId, number])[]) => void): View {
  // Latest change last: when more chats are open than the server takes, the ones looked at last win.
  const tabs = new Map<string, TabView>();
  const typedAt = new Map<ChatId, number>();
  const { clock, line, surroundings } = ctx.ports;
  let version = 0;
  let sent = '';
  let isPlanned = false;

  const open = (): ChatId[] => {
    const views = [...tabs.values()].reverse().sort((left, right) => Number(right.visible) - Number(left.visible));
    return [...new Set(views.flatMap((view) => view.open))].slice(0, limits.openChatsMax);
  };
  const isVisible = (): boolean =>
    tabs.size === 0 ? surroundings.isVisible() : [...tabs.values()].some((view) => view.visible);
  const send = async (): Promise<void> => {
    const pres = [...new Set([...tabs.values()].flatMap((view) => view.watch))].slice(0, limits.presenceMax);
    const content = { open: open(), pres, vis: isVisible() ? (1 as const) : (0 as const) };
    const text = JSON.stringify(content);
    if (text === sent || !link.isLive()) return;
    version += 1;
    const ack = await link.request('view.set', { v: version, ...content });
    if (!ack.ok) {
      // Nothing is lost: the whole view is declared again on the next change or connection.
      if (link.isLive()) ctx.after(ack.retry ?? 2_000, plan);
      return;
    }
    sent = text;
    onOpen(ack.data.revs);
    for (const [c, steps] of ack.data.rc) line.announce({ t: 'receipts', c, v: 0, steps });
  };
  const plan = (): void => {
    if (isPlanned) return;
    isPlanned = true;
    ctx.after(collectMs, () => {
      isPlanned = false;
      ctx.spawn('view', send);
    });
  };
  return {
    set(view) {
      tabs.delete(view.tab);
      tabs.set(view.tab, view);
      plan();
    },
    bye(tab) {
      tabs.delete(tab);
      plan();
    },
    onLive() {
      sent = '';
      ctx.spawn('view', send);
    },
    open,
    isVisible,
    typing(c) {
      const now = clock.elapsed();
      if (now - (typedAt.get(c) ?? -Infinity) < typingMs) return;
      typedAt.set(c, now);
      link.signal('typing', { c });
    },
  };
}
