import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { sessionCookie } from '#server/transport/http/registerSession.ts';

/** Of one connection only (RFC 9110, 7.6.1); they end at each hop. */
export const hopByHop: readonly string[] = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-authentication-info',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'http2-settings',
];

/** What a proxy says of itself, so that one that meets itself again can tell. */
export const viaGateway = '1.1 kabar-apps';

/** What the upstream may know of a request's way. */
export interface RequestRoute {
  /** of the app, as its pages see it */
  readonly origin: string;
  readonly upstream: URL;
  /** of the person, as limits count it */
  readonly address: string;
}

/**
 * The headers of a request as an app's own server gets them: addressed to it, without what was meant for this connection, and without anything of the messenger's. What
 * the browser says of the app's origin it says of the upstream's, so that a server which knows only its own name believes it.
 */
export function upstreamHeaders(headers: IncomingHttpHeaders, route: RequestRoute): OutgoingHttpHeaders {
  const { origin, upstream, address } = route;
  const dropped = new Set([...hopByHop, ...namedByConnection(headers.connection), 'host', 'cookie', 'forwarded']);
  const kept: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || dropped.has(name) || name.startsWith('x-forwarded-') || name === 'x-real-ip') continue;
    kept[name] = value;
  }
  const cookies = ownCookies(headers.cookie);
  const { host, protocol } = new URL(origin);
  return {
    ...kept,
    host: upstream.host,
    ...(cookies === '' ? {} : { cookie: cookies }),
    ...(headers.origin === origin ? { origin: upstream.origin } : {}),
    ...(headers.referer?.startsWith(`${origin}/`)
      ? { referer: upstream.origin + headers.referer.slice(origin.length) }
      : {}),
    // The messenger's address is nobody's business but its own.
    via: headers.via === undefined ? viaGateway : `${headers.via}, ${viaGateway}`,
    'x-forwarded-for': address.replace(/\/64$/, ''),
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
  };
}

/** Further headers that a sender declares to be of this connection. */
export function namedByConnection(connection: string | undefined): string[] {
  return (connection ?? '').split(',').map((name) => name.trim().toLowerCase());
}

/** Cookies of the app itself. Browsers never send the messenger's here; should one do so, it ends here. */
function ownCookies(header: string | undefined): string {
  return (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '' && !isMessengers(pair))
    .join('; ');
}

/** Whether a cookie, as `name=value`, has the name of the messenger's. */
export const isMessengers = (pair: string): boolean => (pair.split('=')[0] ?? '').trim().startsWith(sessionCookie);
