import { Agent, request as requestHttp, type ClientRequest, type OutgoingHttpHeaders } from 'node:http';
import { Agent as SecureAgent, request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { guardedLookup, NotPublicError } from '#server/services/openInternet/guardedLookup.ts';
import { isPublicAddress } from '#server/services/openInternet/isPublicAddress.ts';
import type { ResolveHost } from '#server/services/openInternet/ResolveHost.ts';

/** A request for a mini-app's own server. */
export interface UpstreamRequest {
  readonly method: string;
  /** path and query */
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  /** Whether a connection may be used that served another request: not for what must not be sent twice. */
  readonly canReuse: boolean;
}

/** The only way from the gateway to other servers. */
export interface UpstreamDoor {
  /** Opens a request; its body is still to be sent. Throws, or fails later, where the address is not one of the open internet. */
  open(upstream: URL, request: UpstreamRequest): ClientRequest;
  /** Closes connections that wait for another request. */
  close(): void;
}

/**
 * Makes an {@link UpstreamDoor}. Names are resolved here, and the connection goes to the very address that was looked at: a name that changes its mind in between gains
 * nothing. `privateHosts`: `host:port` that may lie anywhere.
 */
export function createUpstreamDoor(resolve: ResolveHost, privateHosts: readonly string[]): UpstreamDoor {
  const agents = {
    'http:': new Agent({ keepAlive: true, maxFreeSockets: 16, timeout: 30_000 }),
    'https:': new SecureAgent({ keepAlive: true, maxFreeSockets: 16, timeout: 30_000 }),
  };
  const trusted = new Set(privateHosts.map((host) => host.toLowerCase()));
  return {
    open(upstream, { method, path, headers, canReuse }) {
      const { protocol } = upstream;
      if (protocol !== 'http:' && protocol !== 'https:') throw new NotPublicError(upstream.href);
      const host = upstream.hostname.replace(/^\[|\]$/g, '');
      const port = upstream.port === '' ? (protocol === 'https:' ? 443 : 80) : Number(upstream.port);
      const isTrusted = trusted.has(`${upstream.hostname}:${port}`);
      // Nobody asks the resolver for an address that is written as one.
      if (isIP(host) !== 0 && !isTrusted && !isPublicAddress(host)) throw new NotPublicError(host);
      const send = protocol === 'https:' ? requestHttps : requestHttp;
      const agent = canReuse ? agents[protocol] : false;
      return send({ host, port, method, path, headers, agent, lookup: guardedLookup(resolve, isTrusted) });
    },
    close: () => Object.values(agents).forEach((agent) => agent.destroy()),
  };
}
