import type { Services } from '#client/context.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { ChangeBatch, EngineEvent, EngineStatus } from '#sync/changes.ts';
import type { Clock } from '#sync/ports.ts';
import type { ChatWindows } from './chatWindow/createChatWindows.ts';
import { createTypingBoard } from './createTypingBoard.ts';

/** Where the engine's words go. */
export interface EngineHearing {
  stores: Services['stores'];
  windows: ChatWindows;
  clock: Clock;
  take(batch: ChangeBatch): void;
  /** This session is over; see `blocked`. */
  onEnded(why: 'REVOKED' | 'UNAUTH'): void;
  /** Another tab, or the engine in its worker, found that the device keeps nothing any more. */
  onStorage(memoryOnly: boolean): void;
}

/** Makes the listener to everything the engine and other tabs announce. */
export function hearEngine(to: EngineHearing): (event: EngineEvent) => void {
  const { stores, windows } = to;
  const typing = createTypingBoard(to.clock, (c, members) => showTyping(stores, windows, c, members));
  return (event) => {
    switch (event.t) {
      case 'batch':
        return to.take(event.batch);
      case 'status':
        showStatus(to, event.status);
        break;
      case 'storage':
        to.onStorage(event.memoryOnly);
        break;
      case 'typing':
        typing.set(event.c, event.us);
        break;
      case 'declined':
        stores.chatList.setState(({ declined }) => ({
          declined: new Map(declined).set(event.c, (declined.get(event.c) ?? 0) + 1),
        }));
        break;
      case 'asked':
        stores.people.setState(({ asked }) => ({ asked: asked + 1 }));
        break;
      case 'app':
        stores.apps.setState(({ news }) => ({ news: new Map(news).set(event.app, event.st) }));
        break;
      case 'presence':
        showPresence(stores, event.items);
        break;
      case 'receipts':
      case 'online':
      case 'peerRead':
      case 'history':
        break;
    }
    windows.hear(event);
  };
}

function showStatus({ stores, windows, onEnded }: EngineHearing, status: EngineStatus): void {
  const before = stores.health.getState().status.phase;
  stores.health.setState({ status });
  // An engine that has just begun, here or in another tab, does not know what this tab shows. Every `boot` is a new one, also where this tab has heard of
  // none before and starts from the same word: without the view the first sync would leave out what is on screen.
  if (status.phase === 'boot' || (status.phase === 'syncing' && before !== 'syncing')) windows.sayView();
  if (status.phase === 'blocked' && (status.blocked === 'REVOKED' || status.blocked === 'UNAUTH'))
    onEnded(status.blocked);
  // Who is here is only known while the line is open.
  if (status.phase !== 'live')
    stores.people.setState((state) => (state.presence.size > 0 ? { presence: new Map() } : state));
}

function showPresence(stores: Services['stores'], items: Extract<EngineEvent, { t: 'presence' }>['items']): void {
  stores.people.setState((state) => {
    const presence = new Map(state.presence);
    for (const [user, here, seen] of items)
      presence.set(user, { state: here, ...(seen === undefined ? {} : { seen }) });
    return { presence };
  });
}

function showTyping(stores: Services['stores'], windows: ChatWindows, c: ChatId, members: readonly number[]): void {
  const me = stores.chatList.getState().chats.get(c)?.me.mid;
  const others = members.filter((member) => member !== me);
  stores.chatList.setState((state) => {
    const typing = new Map(state.typing);
    if (others.length === 0) typing.delete(c);
    else typing.set(c, others);
    return { typing };
  });
  windows.showTyping(c, others);
}
