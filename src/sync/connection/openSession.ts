import type { Ack, ErrorCode } from '#protocol/errors.ts';
import type { Delta } from '#protocol/entities/chat.ts';
import type { Handshake } from '#protocol/handshake.ts';
import type { ServerSignal, ServerSignalData } from '#protocol/signals.ts';
import { protocolVersion } from '#protocol/version.ts';
import type { EngineContext } from '../engineContext.ts';
import type { Connection } from '../ports.ts';

/** Limit for connecting and the server's first word together, ms. */
export const connectMs = 5_000;

/** An accepted connection whose server has said hello. */
export interface OpenSession {
  connection: Connection;
  /** where it leads; '' = the page's own origin */
  endpoint: string;
  /** id of this connection, as the server will name it */
  conn: string;
  hello: ServerSignalData<'hello'>;
  /** resolves with the reason when the connection is over, however that happens */
  closed: Promise<string>;
  close(why: string): void;
}

/** What arrives on it, in the order of arrival. Events of a connection that is over are dropped. */
export interface SessionHooks {
  onDelta(deltas: readonly Delta[]): void;
  onSignal(signal: ServerSignal): void;
}

/** Opens a connection and waits for `hello`. */
export async function openSession(
  ctx: EngineContext,
  hooks: SessionHooks,
  options: { endpoint: string; fresh: boolean; isVisible: boolean; gen: string | undefined },
): Promise<Ack<OpenSession>> {
  const { clock, random, session, transport } = ctx.ports;
  const token = await unlessEnded(ctx, session.token({ fresh: options.fresh }));
  if (!token.ok) return token;
  const conn = random.uuid();
  const hello = Promise.withResolvers<ServerSignalData<'hello'> | ErrorCode>();
  const closed = Promise.withResolvers<string>();
  let isOver = false;
  const markClosed = (why: string): void => {
    isOver = true;
    hello.resolve('TIMEOUT');
    closed.resolve(why);
  };
  const start = clock.elapsed();
  void ctx.ended.then(() => hello.resolve('TIMEOUT'));
  const auth = handshakeOf(ctx, { token: token.data.token, conn, ...options });
  const { endpoint } = options;
  const connecting = transport.connect(
    endpoint,
    auth,
    {
      onDelta: (deltas) => void (isOver || hooks.onDelta(deltas)),
      onSignal(signal) {
        if (isOver) return;
        if (signal.name === 'hello') hello.resolve(signal.data);
        // A server that changes its mind before hello says why.
        else if (signal.name === 'kick') hello.resolve(signal.data.code);
        hooks.onSignal(signal);
      },
      onClose: markClosed,
    },
    connectMs,
  );
  const ack = await unlessEnded(ctx, connecting);
  // A connection that comes too late for this engine is closed at once: the next engine has its own.
  if (ctx.isStopped()) void connecting.then((late) => late.ok && late.data.close());
  if (!ack.ok) return ack;
  const connection = ack.data;
  const close = (why: string): void => {
    connection.close();
    markClosed(why);
  };
  const cancel = ctx.after(Math.max(0, connectMs - (clock.elapsed() - start)), () => hello.resolve('TIMEOUT'));
  const first = await hello.promise;
  cancel();
  if (typeof first === 'string' || ctx.isStopped()) {
    close('no hello');
    return { ok: false, code: typeof first === 'string' ? first : 'TIMEOUT' };
  }
  return { ok: true, data: { connection, endpoint, conn, hello: first, closed: closed.promise, close } };
}

function handshakeOf(
  { epoch, ports }: EngineContext,
  options: { token: string; conn: string; isVisible: boolean; gen: string | undefined },
): Handshake {
  const { token, conn, isVisible, gen } = options;
  const me = { device: ports.session.deviceId, epoch, conn, proto: protocolVersion, app: ports.appVersion };
  return { token, ...me, vis: isVisible ? 1 : 0, ...(gen === undefined ? {} : { gen }) };
}

/** The end of the engine does not wait for the network. */
function unlessEnded<T>(ctx: EngineContext, work: Promise<Ack<T>>): Promise<Ack<T>> {
  return Promise.race([work, ctx.ended.then((): Ack<T> => ({ ok: false, code: 'TIMEOUT' }))]);
}
