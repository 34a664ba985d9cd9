import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { appPolicy, commonHeaders } from './appPolicies.ts';
import { hopByHop, isMessengers, namedByConnection } from './upstreamHeaders.ts';
import type { Visit } from './visit.ts';

/** What an app's server may not decide: who frames it, what its pages reach, how the browser treats this host, and who is told of its mistakes. */
const ours = [
  'content-security-policy',
  'content-security-policy-report-only',
  'x-frame-options',
  'x-content-type-options',
  'referrer-policy',
  'origin-agent-cluster',
  'cross-origin-embedder-policy',
  'cross-origin-embedder-policy-report-only',
  'cross-origin-opener-policy',
  'cross-origin-opener-policy-report-only',
  'strict-transport-security',
  'public-key-pins',
  'alt-svc',
  'report-to',
  'reporting-endpoints',
  'nel',
  'set-cookie',
  'location',
];

/** The headers of an upstream's answer as an app's pages get them. */
export function answerHeaders(headers: IncomingHttpHeaders, visit: Visit, upstream: URL): OutgoingHttpHeaders {
  const dropped = new Set([...hopByHop, ...namedByConnection(headers.connection), ...ours]);
  const kept: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !dropped.has(name)) kept[name] = value;
  const cookies = (headers['set-cookie'] ?? []).filter((cookie) => !isMessengers(cookie)).map(toHostCookie);
  return {
    ...kept,
    ...(cookies.length === 0 ? {} : { 'set-cookie': cookies }),
    ...(headers.location === undefined
      ? {}
      : { location: toAppLocation(headers.location, upstream.origin, visit.origin) }),
    ...commonHeaders,
    'content-security-policy': appPolicy(visit.manifest, visit.messenger),
  };
}

/** A cookie belongs to this one host: a domain would hand it to other apps, or name the upstream's, which browsers refuse. */
const toHostCookie = (cookie: string): string =>
  cookie
    .split(';')
    .filter((part, index) => index === 0 || !/^\s*domain\s*(?:=|$)/i.test(part))
    .join(';');

/** A way to the upstream's own pages leads through here again. Any other is passed on as it is; the browser's rules for frames decide about it. */
function toAppLocation(location: string, upstream: string, origin: string): string {
  if (!URL.canParse(location, upstream)) return location;
  const target = new URL(location, upstream);
  // A relative one means the same here as there.
  if (target.origin !== upstream || !/^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i.test(location)) return location;
  return origin + target.pathname + target.search + target.hash;
}
