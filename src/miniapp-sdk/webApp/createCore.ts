import type { BridgeMethod } from '#protocol/bridge.ts';
import type { BridgeData, PageWindow } from '../wire/openLine.ts';
import type { WebView, WebViewListener } from './createWebView.ts';
import { isAtLeast } from './isAtLeast.ts';

/** Fields of an event of the host. They come from outside: each is checked where it is used. */
export type EventFields = Record<string, unknown>;
/** What a page hears. */
export type WebAppListener = (data?: unknown) => unknown;

/** What all parts of `Telegram.WebApp` are made on. */
export interface Core {
  readonly page: PageWindow;
  readonly view: WebView;
  readonly version: string;
  isVersionAtLeast(version: string): boolean;
  post<Method extends BridgeMethod>(method: Method, data?: BridgeData<Method>): void;
  /** Hears an event of the host. */
  hear(eventType: string, listener: (fields: EventFields) => void): void;
  /** Tells the page's listeners of `WebApp.onEvent`. */
  emit(name: string, data?: unknown): void;
  onEvent(name: string, listener: WebAppListener): void;
  offEvent(name: string, listener: WebAppListener): void;
  /** Throws WebAppMethodUnsupported when the host speaks an older version than the method needs. */
  demand(version: string, method: string): void;
  /** Throws an error that pages tell by its message, after a line for their makers. */
  refuse(name: string, why: string): never;
}

/** Makes the {@link Core}. `self` is what listeners of the page get as `this`. */
export function createCore(page: PageWindow, view: WebView, self: object): Core {
  const version = view.initParams['tgWebAppVersion'] || '6.0';
  // One wrapper for each listener and event: the line calls its own with the name of the event in front.
  const nameOf = (name: string): string => `webapp:${name}`;
  const wrapped = new Map<string, Map<WebAppListener, WebViewListener>>();

  const core: Core = {
    page,
    view,
    version,
    isVersionAtLeast: (wanted) => isAtLeast(version, wanted),
    post: (method, data) => view.postEvent(method, undefined, data),
    hear: (eventType, listener) => view.onEvent(eventType, (_, data) => listener(toFields(data))),
    emit: (name, data) => view.receiveEvent(nameOf(name), data),
    onEvent(name, listener) {
      const known = wrapped.get(name) ?? new Map<WebAppListener, WebViewListener>();
      wrapped.set(name, known);
      if (known.has(listener)) return;
      const wrapper: WebViewListener = (_, data) => listener.call(self, data);
      known.set(listener, wrapper);
      view.onEvent(nameOf(name), wrapper);
    },
    offEvent(name, listener) {
      const wrapper = wrapped.get(name)?.get(listener);
      if (!wrapper) return;
      wrapped.get(name)?.delete(listener);
      view.offEvent(nameOf(name), wrapper);
    },
    demand(wanted, method) {
      if (!isAtLeast(version, wanted)) {
        core.refuse(
          'WebAppMethodUnsupported',
          `${method} needs version ${wanted}, and the messenger speaks ${version}.`,
        );
      }
    },
    refuse(name, why) {
      page.console.error(`[WebApp] ${why}`);
      throw new Error(name);
    },
  };
  return core;
}

function toFields(data: unknown): EventFields {
  return typeof data === 'object' && data !== null ? (data as EventFields) : {};
}
