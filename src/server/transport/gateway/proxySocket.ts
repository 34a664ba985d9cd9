import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Socket } from 'node:net';
import { answerHeaders } from './answerHeaders.ts';
import { refuseSocket } from './refuseSocket.ts';
import type { ProxyTools } from './proxyTools.ts';
import { upstreamHeaders, viaGateway } from './upstreamHeaders.ts';
import type { Visit } from './visit.ts';

/** A WebSocket on its way to an app's own server. `head`: what came with the request. */
export interface SocketVisit extends Visit {
  readonly socket: Duplex;
  readonly head: Buffer;
}

/** Passes a WebSocket on: the opening through the same rules as any request, everything after it as bytes. */
export function proxySocket(visit: SocketVisit, upstream: URL, address: string, tools: ProxyTools): void {
  const { request, socket, origin } = visit;
  const fail = (status: number, why: string) => {
    clearTimeout(timer);
    tools.note(visit.label, why);
    refuseSocket(socket, status);
  };
  const timer = setTimeout(() => {
    sent?.destroy();
    fail(504, 'no answer in time');
  }, tools.limits.firstByteMs);
  let sent: ReturnType<typeof tools.door.open> | undefined;
  if ((request.headers.via ?? '').includes(viaGateway)) return fail(502, 'it leads back here');
  const headers = {
    ...upstreamHeaders(request.headers, { origin, upstream, address }),
    connection: 'Upgrade',
    upgrade: 'websocket',
  };
  try {
    sent = tools.door.open(upstream, { method: 'GET', path: request.url ?? '/', headers, canReuse: false });
  } catch (error) {
    return fail(502, error instanceof Error ? error.message : String(error));
  }
  const opening = sent;
  socket.once('close', () => {
    clearTimeout(timer);
    opening.destroy();
  });
  opening.on('error', (error) => fail(502, error.message));
  // A server that does not want to speak this way says why in an ordinary answer; browsers look at nothing but its status.
  opening.on('response', (answer) => {
    answer.destroy();
    fail(answer.statusCode ?? 502, `it answered ${answer.statusCode} to a WebSocket`);
  });
  opening.on('upgrade', (answer, other, otherHead) => {
    clearTimeout(timer);
    if (socket.destroyed) return void other.destroy();
    socket.write(openingOf(answer, visit, upstream));
    joinSockets(visit, other, otherHead, tools);
  });
  opening.end();
  return undefined;
}

/** The answer that opens the connection, as it goes to the browser. */
function openingOf(answer: IncomingMessage, visit: Visit, upstream: URL): string {
  const headers: OutgoingHttpHeaders = {
    ...answerHeaders(answer.headers, visit, upstream),
    connection: 'Upgrade',
    upgrade: 'websocket',
  };
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => `${name}: ${String(one)}`),
  );
  return `HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`;
}

function joinSockets({ socket, head, label }: SocketVisit, other: Socket, otherHead: Buffer, tools: ProxyTools): void {
  const end = () => {
    socket.destroy();
    other.destroy();
  };
  const release = tools.pipes.hold(label, end);
  const idle = setTimeout(end, tools.limits.socketIdleMs);
  idle.unref();
  const over = () => {
    clearTimeout(idle);
    release();
    end();
  };
  for (const one of [socket, other]) {
    one.on('error', over);
    one.once('close', over);
    one.on('data', () => void idle.refresh());
  }
  if (otherHead.length > 0) socket.write(otherHead);
  if (head.length > 0) other.write(head);
  other.setNoDelay(true);
  socket.pipe(other);
  other.pipe(socket);
}
