import { io, type Socket } from 'socket.io-client';
import { deltaSchema, type Delta } from '#protocol/entities/chat.ts';
import { readWireError, type Ack } from '#protocol/errors.ts';
import { doors } from '#protocol/handshake.ts';
import { requestsByName, type RequestName, type RequestOutput } from '#protocol/requests.ts';
import { serverSignals, type ServerSignal } from '#protocol/signals.ts';
import type { Connection, ConnectionHandlers, Log, Transport } from '#sync/ports.ts';

/**
 * Live connections over socket.io: WebSocket first, long-polling where that does not get through. The library never reconnects by itself: when and where
 * to is the engine's decision. Everything that comes in is checked against the contract here; what does not fit is dropped and shows up as a hole,
 * which the engine fills.
 */
export function socketTransport(log: Log): Transport {
  return {
    connect: async (endpoint, auth, handlers, timeoutMs) => {
      const socket = io(endpoint || location.origin, {
        auth,
        transports: ['websocket', 'polling'],
        tryAllTransports: true,
        reconnection: false,
        forceNew: true,
        timeout: timeoutMs,
      });
      listen(socket, handlers, log);
      const accepted = await whenAccepted(socket, timeoutMs);
      if (accepted.ok) return { ok: true, data: toConnection(socket, log) };
      socket.removeAllListeners();
      socket.close();
      return accepted;
    },
  };
}

/** Waits for the server's word on the handshake. A refusal carries `data: {code, retry}`; everything else is "no server there". */
function whenAccepted(socket: Socket, timeoutMs: number): Promise<Ack<null>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ ok: false, code: 'TIMEOUT' }), timeoutMs);
    const settle = (answer: Ack<null>): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    socket.once('connect', () => settle({ ok: true, data: null }));
    socket.once('connect_error', (error: Error & { data?: unknown }) => {
      const refusal = readWireError({ ...(error.data as object | undefined), ok: false });
      settle(refusal ?? { ok: false, code: 'UNAVAILABLE' });
    });
  });
}

function listen(socket: Socket, handlers: ConnectionHandlers, log: Log): void {
  socket.on(doors.delta, (data: unknown) => {
    const deltas = (Array.isArray(data) ? data : [data]).map((item) => parseDelta(item, log));
    const good = deltas.filter((delta) => delta !== undefined);
    if (good.length > 0) handlers.onDelta(good);
  });
  socket.on(doors.signal, (name: unknown, data: unknown) => {
    const signal = parseSignal(name, data, log);
    if (signal) handlers.onSignal(signal);
  });
  socket.once('disconnect', (why: string) => {
    socket.removeAllListeners();
    handlers.onClose(why);
  });
}

function parseDelta(data: unknown, log: Log): Delta | undefined {
  const parsed = deltaSchema.safeParse(data);
  if (!parsed.success) log.warn('socket.badDelta', { issues: parsed.error.issues.slice(0, 3) });
  return parsed.data;
}

/** Signals of newer servers are not known here and are passed over. */
function parseSignal(name: unknown, data: unknown, log: Log): ServerSignal | undefined {
  if (typeof name !== 'string' || !Object.hasOwn(serverSignals, name)) return undefined;
  const parsed = serverSignals[name as keyof typeof serverSignals].safeParse(data);
  if (parsed.success) return { name, data: parsed.data } as ServerSignal;
  log.warn('socket.badSignal', { name, issues: parsed.error.issues.slice(0, 3) });
  return undefined;
}

function toConnection(socket: Socket, log: Log): Connection {
  return {
    request: (name, input, timeoutMs) =>
      new Promise((resolve) => {
        // An emit on a closed socket would wait in the library's buffer for a reconnect that never comes.
        if (!socket.connected) return resolve({ ok: false, code: 'TIMEOUT' });
        socket.timeout(timeoutMs).emit(doors.request, name, input, (error: Error | null, answer: unknown) => {
          resolve(error ? { ok: false, code: 'TIMEOUT' } : parseAck(name, answer, log));
        });
      }),
    signal: (name, data) => {
      if (socket.connected) socket.emit(doors.signal, name, data);
    },
    close: () => void socket.disconnect(),
  };
}

function parseAck<Name extends RequestName>(name: Name, answer: unknown, log: Log): Ack<RequestOutput<Name>> {
  const refusal = readWireError(answer);
  if (refusal) return refusal;
  const parsed = requestsByName.get(name)?.output.safeParse((answer as { data?: unknown } | null)?.data);
  if (parsed?.success) return { ok: true, data: parsed.data as RequestOutput<Name> };
  log.warn('socket.badAck', { name, issues: parsed?.error.issues.slice(0, 3) });
  return { ok: false, code: 'INTERNAL' };
}
