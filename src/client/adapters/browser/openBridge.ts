import { bridgeLimits, type BridgeCall, type BridgeEvent, type BridgeEvents } from '#protocol/bridge.ts';
import { readBridgeMessage, type BridgeRefusal } from './readBridgeMessage.ts';

/** The line to the page of one mini-app. */
export interface Bridge {
  /** Tells the page an event. It is lost when the frame shows something else by now. */
  send<Event extends BridgeEvent>(event: Event, data: BridgeEvents[Event]): void;
  close(): void;
}

/** How a line begins. */
export interface BridgeOptions {
  /** the window of the frame, as it is now */
  frame(): Window | null;
  /** the one origin that may speak and is spoken to */
  origin: string;
  onCall(call: BridgeCall): void;
  /** A message that was not taken; for developers. */
  onRefused(why: BridgeRefusal): void;
  /** The page sends so much that it must be stopped. */
  onFlood(): void;
  /** Time that only goes forward, ms. */
  now(): number;
  /** Whose messages are heard; the page of the messenger. */
  page: Pick<Window, 'addEventListener' | 'removeEventListener'>;
}

/** So many messages that came too fast within `floodMs` end an app. */
const floodCount = 2_000;
const floodMs = 10_000;

/**
 * Opens the line. A message counts only if it comes from this frame's window and from the app's own origin: a frame that was led elsewhere still is the same window. What
 * comes faster than `bridgeLimits` is dropped before it is read.
 */
export function openBridge(options: BridgeOptions): Bridge {
  const { frame, origin, onCall, onRefused, onFlood, now, page } = options;
  let tokens: number = bridgeLimits.burst;
  let filledAt = now();
  let dropped = { count: 0, since: now() };
  const takeToken = (): boolean => {
    const at = now();
    tokens = Math.min(bridgeLimits.burst, tokens + ((at - filledAt) / 1_000) * bridgeLimits.perSecond);
    filledAt = at;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
  const drop = (): void => {
    const at = now();
    if (at - dropped.since > floodMs) dropped = { count: 0, since: at };
    dropped.count += 1;
    if (dropped.count === floodCount) onFlood();
  };
  const hear = (event: MessageEvent): void => {
    if (event.source === null || event.source !== frame() || event.origin !== origin) return;
    if (!takeToken()) return drop();
    const call = readBridgeMessage(event.data);
    if (typeof call === 'string') onRefused(call);
    else onCall(call);
  };
  page.addEventListener('message', hear as EventListener);
  return {
    send: (eventType, eventData) =>
      frame()?.postMessage(JSON.stringify(eventData === undefined ? { eventType } : { eventType, eventData }), origin),
    close: () => page.removeEventListener('message', hear as EventListener),
  };
}
