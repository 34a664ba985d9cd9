import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Gateway } from './createGateway.ts';

/** How long a connection may wait for its next request, ms: longer than proxies in front keep theirs, or they would send one into a line that just closes. */
const keepAliveTimeout = 72_000;

/**
 * A server with two sides: what comes to an app's host goes to the gateway, everything else to `messenger` and whoever listens beside it. Divided before the events are
 * told, because the socket library and the bundler put themselves in front of all listeners.
 */
export function dividedServer(gateway: Gateway, messenger: RequestListener, requestTimeout: number): Server {
  const server = createServer({ requestTimeout, keepAliveTimeout }, messenger);
  const tell = server.emit.bind(server) as (event: string | symbol, ...details: unknown[]) => boolean;
  const divide = (event: string | symbol, ...details: unknown[]): boolean => {
    if (event !== 'request' && event !== 'upgrade') return tell(event, ...details);
    const request = details[0] as IncomingMessage;
    if (!gateway.takes(request)) return tell(event, ...details);
    if (event === 'request') gateway.serve(request, details[1] as ServerResponse);
    else gateway.upgrade(request, details[1] as Duplex, details[2] as Buffer);
    return true;
  };
  server.emit = divide as Server['emit'];
  return server;
}
