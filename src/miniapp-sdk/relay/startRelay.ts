import type { PageWindow } from '../wire/openLine.ts';
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
 * app. Answers the app's frame, or nothing when the address is wrong: then nothing is shown.
 */
export function startRelay(page: PageWindow): HTMLIFrameElement | undefined {
  const query = new URLSearchParams(page.location.search);
  const target = readTarget(page, query.get('to'));
  const host = readHost(page, query.get('host'));
  if (target === undefined || host === undefined) return undefined;
  const up = page.parent;
  const frame = page.document.createElement('iframe');
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is the function that pages call, not a call
  page.postMessage = (message: unknown) => up.postMessage(message, host);
  page.addEventListener(
    'message',
    (event: MessageEvent) => {
      // Nobody else listens here, except an app that has reached in.
      event.stopImmediatePropagation();
      if (event.source === up && event.origin === host)
        frame.contentWindow?.postMessage(event.data, page.location.origin);
      // Some pages take the function from a prototype, which goes around ours.
      else if (event.source === frame.contentWindow && event.origin === page.location.origin)
        up.postMessage(event.data, host);
    },
    true,
  );
  frame.allow = (query.get('allow') ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => passable.has(name))
    .join(';');
  // Set one by one: the page's security policy forbids attributes with styles.
  Object.assign(frame.style, { position: 'fixed', inset: '0', width: '100%', height: '100%', border: '0' });
  const fragment = page.location.hash.slice(1);
  frame.src = fragment === '' ? target : appendToFragment(target, fragment);
  (page.document.body ?? page.document.documentElement).append(frame);
  return frame;
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
