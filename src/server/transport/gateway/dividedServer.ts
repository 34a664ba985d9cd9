import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { endLate, hasBody, setBodyDeadline } from '#server/transport/bodyDeadline.ts';
import type { Gateway } from './createGateway.ts';

/** How long a connection may wait for its next request, ms: longer than proxies in front keep theirs, or they would send one into a line that just closes. */
const keepAliveTimeout = 72_000;

/** How long requests may take to come, ms. */
export interface RequestTimes {
  /** the headers, and then the body, of an ordinary one */
  readonly usual: number;
  /** a whole request of any kind: the server's own limit, which knows no exceptions. Whoever takes larger bodies gives them a time of their own below it (`setBodyDeadline`). */
  readonly longest: number;
}

/**
 * A server with two sides: what comes to an app's host goes to the gateway, everything else to `messenger` and whoever listens beside it. Divided before the events are
 * told, because the socket library and the bundler put themselves in front of all listeners.
 */
export function dividedServer(gateway: Gateway, messenger: RequestListener, { usual, longest }: RequestTimes): Server {
  const options = { headersTimeout: usual, requestTimeout: longest, keepAliveTimeout };
  const server = createServer(options, messenger);
  const tell = server.emit.bind(server) as (event: string | symbol, ...details: unknown[]) => boolean;
  const divide = (event: string | symbol, ...details: unknown[]): boolean => {
    if (event !== 'request' && event !== 'upgrade') return tell(event, ...details);
    const request = details[0] as IncomingMessage;
    if (event === 'request' && hasBody(request)) setBodyDeadline(request, usual, () => endLate(server, request));
    if (!gateway.takes(request)) return tell(event, ...details);
    if (event === 'request') gateway.serve(request, details[1] as ServerResponse);
    else gateway.upgrade(request, details[1] as Duplex, details[2] as Buffer);
    return true;
  };
  server.emit = divide as Server['emit'];
  return server;
}
