import type { RelayState } from '#protocol/bridge.ts';
import type { PageWindow } from '../wire/openLine.ts';
import { parseMessage } from '../wire/parseMessage.ts';
import { appendToFragment } from '../wire/queryStrings.ts';

/** Permissions of the browser that a relay can pass on; the messenger has granted them to its own frame before. */
const passable = new Set(['camera', 'microphone', 'geolocation']);

/**
 * The page between the messenger and an app: same origin as the app, so that its script can stand where the app looks for its parent. Many apps speak only
 * to a parent of one fixed origin; here their words reach a function of ours, which hands them to the messenger's origin.
 *
 *     messenger ──message──▸ relay ──message──▸ app
 *     messenger ◂──message── relay ◂──call of parent.postMessage── app
 *
 * An app can change everything here. Whoever talks with a relay gives it the trust that the app has, and no more.
 *
 * The address says `to` (path of the start page), `host` (origin of the messenger) and `allow` (permissions, between semicolons); the fragment is for the
 * app. With `wait` instead, the messenger says all that in its first message: the frame loads while the messenger still asks its server.
 * Answers the app's frame, or nothing when the address is wrong: then nothing is shown.
 */
export function startRelay(page: PageWindow): HTMLIFrameElement | undefined {
  const query = new URLSearchParams(page.location.search);
  const isWaiting = query.has('wait');
  const start = { to: query.get('to'), fragment: page.location.hash.slice(1), allow: query.get('allow') ?? '' };
  const host = readHost(page, query.get('host'));
  if (host === undefined || (!isWaiting && readTarget(page, start.to) === undefined)) return undefined;
  const up = page.parent;
  const tell = (state: RelayState) =>
    up.postMessage(JSON.stringify({ eventType: 'kabar_relay', eventData: { state } }), host);
  const frame = page.document.createElement('iframe');
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is the function that pages call, not a call
  page.postMessage = (message: unknown) => up.postMessage(message, host);
  page.addEventListener(
    'message',
    (event: MessageEvent) => {
      // Nobody else listens here, except an app that has reached in.
      event.stopImmediatePropagation();
      if (event.source === up && event.origin === host) {
        if (parseMessage(event.data)?.eventType === 'kabar_ping') tell('alive');
        else if (frame.src === '') showStart(page, frame, readStart(event.data));
        else frame.contentWindow?.postMessage(event.data, page.location.origin);
      }
      // Some pages take the function from a prototype, which goes around ours.
      else if (event.source === frame.contentWindow && event.origin === page.location.origin)
        up.postMessage(event.data, host);
    },
    true,
  );
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- one listener for the life of the frame
  frame.onload = () => tell(isOwnPage(page, frame) ? 'loaded' : 'failed');
  tell(isWaiting ? 'waiting' : 'here');
  if (!isWaiting) showStart(page, frame, start);
  return frame;
}

/** Browsers show a page of their own where one cannot be had, and say that it has loaded. */
function isOwnPage(page: PageWindow, frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentWindow?.location.origin === page.location.origin;
  } catch {
    // Another origin: not the app's page.
    return false;
  }
}

/** What a page is begun with. */
interface RelayStart {
  to: string | null;
  fragment: string;
  allow: string;
}

/** Shows the page; nothing where the path is wrong. */
function showStart(page: PageWindow, frame: HTMLIFrameElement, start: RelayStart | undefined): void {
  const target = start && readTarget(page, start.to);
  if (start === undefined || target === undefined) return;
  frame.allow = start.allow
    .split(';')
    .map((name) => name.trim())
    .filter((name) => passable.has(name))
    .join(';');
  // Set one by one: the page's security policy forbids attributes with styles.
  Object.assign(frame.style, { position: 'fixed', inset: '0', width: '100%', height: '100%', border: '0' });
  frame.src = start.fragment === '' ? target : appendToFragment(target, start.fragment);
  (page.document.body ?? page.document.documentElement).append(frame);
}

/** The messenger's first message to a frame that waits. */
function readStart(message: unknown): RelayStart | undefined {
  const { eventType, eventData } = parseMessage(message) ?? {};
  if (eventType !== 'kabar_relay_start' || typeof eventData !== 'object' || eventData === null) return undefined;
  const { to, fragment, allow } = eventData as Record<string, unknown>;
  if (typeof to !== 'string' || typeof fragment !== 'string' || typeof allow !== 'string') return undefined;
  return { to, fragment, allow };
}

/** A path of this origin that is not one of the gateway's own. Browsers read `\` as `/` and skip line ends, so they themselves are asked where it leads. */
function readTarget(page: PageWindow, path: string | null): string | undefined {
  if (!path?.startsWith('/') || !URL.canParse(path, page.location.origin)) return undefined;
  const url = new URL(path, page.location.origin);
  const isOwn = url.origin === page.location.origin && !/^[/\\]{2}/.test(path);
  return isOwn && !url.pathname.startsWith('/__mini/') ? url.href : undefined;
}

/** The messenger's origin. Where the browser tells who shows this page, it must be that one. */
function readHost(page: PageWindow, origin: string | null): string | undefined {
  if (origin === null || !URL.canParse(origin) || new URL(origin).origin !== origin) return undefined;
  if (page.parent === page) return undefined;
  const shownBy = page.location.ancestorOrigins?.[0];
  return shownBy === undefined || shownBy === origin ? origin : undefined;
}
