import { openLine, type PageWindow } from '../wire/openLine.ts';
import { readLaunchParams } from '../wire/launchParams.ts';
import type { QueryValues } from '../wire/queryStrings.ts';

/** Hears one event of the host. */
export type WebViewListener = (eventType: string, eventData: unknown) => void;

/** `Telegram.WebView`: the bare line to the host, as pages know it. */
export interface WebView {
  readonly initParams: QueryValues;
  readonly isIframe: boolean;
  onEvent(eventType: string, listener: WebViewListener): void;
  offEvent(eventType: string, listener: WebViewListener): void;
  /** Sends a method. `callback` is called at once when it could be sent. */
  postEvent(eventType: string, callback?: unknown, eventData?: unknown): void;
  /** Lets the page hear an event as if the host had said it. */
  receiveEvent(eventType: string, eventData: unknown): void;
  callEventCallbacks(eventType: string, call: (listener: WebViewListener) => void): void;
}

/** Styles that the host sends for its frame, such as those of scroll bars. */
function putStyle(page: PageWindow, element: HTMLStyleElement, css: unknown): void {
  if (typeof css !== 'string') return;
  element.textContent = css;
  if (!element.isConnected) page.document.head.append(element);
}

/** Opens the line of a page and says that it is there. */
export function createWebView(page: PageWindow): WebView {
  const listeners = new Map<string, WebViewListener[]>();
  const style = page.document.createElement('style');

  const callEventCallbacks: WebView['callEventCallbacks'] = (eventType, call) => {
    for (const listener of [...(listeners.get(eventType) ?? [])]) {
      try {
        call(listener);
      } catch (error) {
        // A listener of the page that fails must not keep the others from hearing.
        page.console.error(error);
      }
    }
  };
  const receiveEvent: WebView['receiveEvent'] = (eventType, eventData) =>
    callEventCallbacks(eventType, (listener) => listener(eventType, eventData));

  const line = openLine(page, (eventType, eventData) => {
    if (eventType === 'set_custom_style') putStyle(page, style, eventData);
    if (eventType === 'reload_iframe') {
      line.send('iframe_will_reload');
      page.location.reload();
      return;
    }
    receiveEvent(eventType, eventData);
  });
  const view: WebView = {
    initParams: readLaunchParams(page),
    isIframe: page.parent !== page,
    onEvent(eventType, listener) {
      const heard = listeners.get(eventType) ?? [];
      if (!heard.includes(listener)) listeners.set(eventType, [...heard, listener]);
    },
    offEvent(eventType, listener) {
      listeners.set(
        eventType,
        (listeners.get(eventType) ?? []).filter((other) => other !== listener),
      );
    },
    postEvent(eventType, callback, eventData) {
      line.send(eventType, eventData);
      if (line.hasHost && typeof callback === 'function') callback();
    },
    receiveEvent,
    callEventCallbacks,
  };
  line.send('iframe_ready', { reload_supported: true });
  return view;
}
