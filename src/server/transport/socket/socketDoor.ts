import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { doors } from '#protocol/handshake.ts';
import type { ServerSignalData } from '#protocol/signals.ts';
import { protocolVersion } from '#protocol/version.ts';
import type { DeliveryPort } from '#server/live/deliveryPort.ts';
import { isOriginAllowed } from '#server/transport/isOriginAllowed.ts';
import type { RequestLimits } from '#server/transport/requestLimits.ts';
import type { ServeRequest } from '#server/transport/serveRequest.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';
import { createDelivery, type PausableDelivery } from './deliver.ts';
import { dispatch } from './dispatch.ts';
import { createExpiry } from './expiry.ts';
import { createHandshake, type Admission } from './handshake.ts';
import { createRelief } from './createRelief.ts';
import { createSlowWatch, type Consumer } from './createSlowWatch.ts';

/** Clients spread their first reconnects over this time, ms. */
const spreadMs = 2_000;
/** Clients that are sent away spread their going over this time, ms. */
const departMs = 10_000;
/** Pause between two looks at the connections, ms: does each take its packets, are there too many? */
const lookMs = 1_000;

/** The socket side. It is made before the live part, which needs `delivery`, and opened after it. */
export interface SocketDoor {
  readonly delivery: DeliveryPort;
  /** Begins to accept connections on this server. */
  open(server: HttpServer, parts: TransportParts, limits: RequestLimits, serve: ServeRequest): void;
  /** Tells all clients that this process stops, in `inMs`. */
  goAway(data: ServerSignalData<'goaway'>): void;
  connections(): number;
  /** Closes all connections; the HTTP server stays. */
  close(): Promise<void>;
}

/** Makes the door with the settings of the wire: default parser, no compression, so that a room's frame is encoded once and shared. */
export function createSocketDoor(): SocketDoor {
  const io = new Server({
    serveClient: false,
    pingInterval: 15_000,
    pingTimeout: 7_000,
    maxHttpBufferSize: 256 * 1_024,
    perMessageDeflate: false,
    httpCompression: false,
    connectTimeout: 10_000,
    allowEIO3: false,
  });
  const delivery = createDelivery(io);
  const consumers = new Map<string, Consumer>();
  const looks = [createSlowWatch(() => consumers.values())];
  const watch = setInterval(() => looks.forEach((look) => look()), lookMs);
  watch.unref();
  return {
    delivery,
    open(server, parts, limits, serve) {
      io.attach(server, {
        // Cookies are never read here, and a foreign page is turned away before it can say anything.
        allowRequest: (request, callback) => callback(null, isOriginAllowed(request.headers, parts.settings.origins())),
      });
      // The upgrade request is held for the life of the connection otherwise: several KB each.
      io.engine.on('connection', (raw: { request: unknown }) => {
        raw.request = null;
      });
      looks.push(reliefOf(io, parts));
      io.use(createHandshake(parts, limits));
      io.on('connection', (socket) => {
        consumers.set(socket.id, consumerOf(socket, delivery));
        socket.on('disconnect', () => {
          consumers.delete(socket.id);
          delivery.forget(socket.id);
        });
        admit(socket, parts, limits, serve);
      });
    },
    goAway: (data) => void io.local.emit(doors.signal, 'goaway', data),
    connections: () => io.sockets.sockets.size,
    async close() {
      clearInterval(watch);
      io.local.disconnectSockets(true);
      // Not io.close(): that would also close the HTTP server, which still answers the last requests.
      await Promise.resolve(io.engine?.close());
    },
  };
}

/** Sends hidden tabs elsewhere at the highest load. Where there is no other node they are turned away at the door, before anything costs, until the load is gone. */
function reliefOf(io: Server, { load, live, settings }: TransportParts): () => void {
  const goaway = { why: 'overload', in: departMs, spread: departMs, eps: [...settings.endpoints] };
  return createRelief({
    level: load.level,
    hidden: () => live.hidden(),
    sendAway: (id) => void io.sockets.sockets.get(id)?.emit(doors.signal, 'goaway', goaway),
  });
}

/** What the library's types leave out: its queue, and the WebSocket below it. Without them nothing is ever slow. */
interface Pipe {
  writeBuffer?: readonly unknown[];
  transport?: { socket?: { bufferedAmount?: number } };
}

/** Made once for each connection: thousands of them are looked at every second. */
function consumerOf(socket: Socket, delivery: PausableDelivery): Consumer {
  const pipe = socket.conn as unknown as Pipe;
  const { id } = socket;
  return {
    id,
    queued: () => pipe.writeBuffer?.length ?? 0,
    unsentBytes: () => pipe.transport?.socket?.bufferedAmount ?? 0,
    pause: () => delivery.pause(id),
    resume() {
      if (delivery.resume(id)) socket.emit(doors.signal, 'resync', { scope: 'all', in: 0 });
    },
    end: () => void socket.disconnect(true),
  };
}

function admit(socket: Socket, parts: TransportParts, limits: RequestLimits, serve: ServeRequest): void {
  const { claims, hello } = socket.data as Admission;
  const expiry = createExpiry(claims.exp, parts.context.now, () => {
    socket.emit(doors.signal, 'kick', { code: 'UNAUTH' });
    socket.disconnect(true);
  });
  socket.on('disconnect', () => {
    expiry.stop();
    parts.live.onDisconnect(socket.id);
  });
  dispatch(socket, parts, limits, serve, expiry);
  parts.onSeen?.(claims.deviceId);
  // The person's room is joined before `hello`: what happens from here on reaches this connection.
  const { userId, deviceId } = claims;
  parts.live.onConnect({ id: socket.id, userId, deviceId, epoch: hello.epoch, conn: hello.conn, vis: hello.vis });
  const greeting: ServerSignalData<'hello'> = {
    sid: socket.id,
    node: parts.node,
    t: parts.context.now(),
    gen: parts.gen,
    proto: protocolVersion,
    eps: [...parts.settings.endpoints],
    spread: spreadMs,
    exp: claims.exp,
  };
  socket.emit(doors.signal, 'hello', greeting);
}
