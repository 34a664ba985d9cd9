import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** A request as the server of an app got it. */
export interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  body: string;
}

/** A mini-app's own server for tests. */
export interface RecordingUpstream {
  /** as `127.0.0.1:1234` */
  readonly host: string;
  readonly requests: Recorded[];
  /** How it answers by path; what is not there gets "ok" as text. */
  readonly routes: Map<string, (request: IncomingMessage, response: ServerResponse, seen: Recorded) => void>;
  onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  close(): Promise<void>;
}

/** Starts a {@link RecordingUpstream}. */
export async function startRecordingUpstream(): Promise<RecordingUpstream> {
  const requests: Recorded[] = [];
  const sockets = new Set<Duplex>();
  const routes: RecordingUpstream['routes'] = new Map();
  const record = (request: IncomingMessage): Recorded => {
    const { method = '', url = '', headers, rawHeaders } = request;
    const seen = { method, url, headers, rawHeaders, body: '' };
    requests.push(seen);
    request.on('data', (part) => (seen.body += String(part)));
    return seen;
  };
  const server = createServer((request, response) => {
    const seen = record(request);
    const route = routes.get(request.url?.split('?')[0] ?? '');
    if (route) route(request, response, seen);
    else request.on('end', () => response.writeHead(200, { 'content-type': 'text/plain' }).end('ok'));
  });
  const upstream: RecordingUpstream = {
    host: '',
    requests,
    routes,
    onUpgrade: (_request, socket) => void socket.destroy(),
    async close() {
      // Sockets that were handed over are none of the server's any more.
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
  server.on('connection', (socket) => void sockets.add(socket));
  server.on('upgrade', (request, socket, head) => {
    record(request);
    upstream.onUpgrade(request, socket, head);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return Object.assign(upstream, { host: `127.0.0.1:${(server.address() as AddressInfo).port}` });
}
