import type { BridgeCall, BridgeMethod } from '#protocol/bridge.ts';
import { parseMessage } from './parseMessage.ts';

/** Window of a page of an app, or of a test. */
export type PageWindow = Window & typeof globalThis;

/** What a method sends. */
export type BridgeData<Method extends BridgeMethod> = Extract<BridgeCall, { method: Method }>['data'];

/** The line from a page to whoever shows it. */
export interface Line {
  /** Whether somebody shows this page. Without a host, what is sent goes nowhere. */
  readonly hasHost: boolean;
  /** Sends one message; without data an empty text stands there, as hosts expect it. */
  send(eventType: string, eventData?: unknown): void;
}

/** A page without a frame around it gets this name from the mock host, which lives in the same window. */
declare global {
  // oxlint-disable-next-line no-var -- the only way to declare a property of the window
  var kabarMock: boolean | undefined;
}

/**
 * Opens the line of a page: `hear` gets what its parent says and nobody else. Messages that are not of this wire are left alone: the page may have a wire of
 * its own. To the parent everything may go wherever it is, because a page cannot know who shows it; nothing secret is sent here.
 */
export function openLine(page: PageWindow, hear: (eventType: string, eventData: unknown) => void): Line {
  const hasHost = page.parent !== page || page.kabarMock === true;
  page.addEventListener('message', (event: MessageEvent) => {
    if (event.source !== page.parent) return;
    const message = parseMessage(event.data);
    if (message) hear(message.eventType, message.eventData);
  });
  return {
    hasHost,
    send(eventType, eventData = '') {
      if (hasHost) page.parent.postMessage(JSON.stringify({ eventType, eventData }), '*');
    },
  };
}
