import type { Ack, ErrorCode } from '#protocol/errors.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import type { ClientSignalData, ClientSignalName } from '#protocol/signals.ts';
import type { EngineContext } from './engineContext.ts';
import type { Connection } from './ports.ts';

/** Time after which an unanswered request makes the path suspicious, in ms. */
const slowAckMs = 2_000;
const requestMs = 10_000;
const readMs = 20_000;

/** The way to the server, whatever its present condition. */
export interface Link {
  isLive(): boolean;
  /** Over the live connection; TIMEOUT without one. */
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Ack<RequestOutput<Name>>>;
  /** A read over HTTP, and over the connection when HTTP does not answer. */
  read<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Ack<RequestOutput<Name>>>;
  /** Dropped without a live connection. */
  signal<Name extends ClientSignalName>(name: Name, data: ClientSignalData<Name>): void;
}

/** The side of the link that the connection drives. */
export interface LinkControl extends Link {
  set(connection: Connection | undefined): void;
  /** elapsed ms at the last answer of any kind */
  lastAnswer(): number;
  onSlow(work: () => void): void;
  onRefused(work: (code: ErrorCode) => void): void;
}

/** Makes a link without a connection. */
export function createLink(ctx: EngineContext): LinkControl {
  const { clock, rpc } = ctx.ports;
  let live: Connection | undefined;
  let answeredAt = clock.elapsed();
  let slow = (): void => undefined;
  let refused = (_code: ErrorCode): void => undefined;

  const heard = <T>(ack: Ack<T>): Ack<T> => {
    if (ack.ok || ack.code !== 'TIMEOUT') answeredAt = clock.elapsed();
    if (!ack.ok) refused(ack.code);
    return ack;
  };
  const request: Link['request'] = async (name, input) => {
    if (!live) return { ok: false, code: 'TIMEOUT' };
    const cancel = ctx.after(slowAckMs, () => slow());
    try {
      return heard(await live.request(name, input, requestMs));
    } finally {
      cancel();
    }
  };
  return {
    isLive: () => live !== undefined,
    request,
    async read(name, input) {
      const ack = await rpc.call(name, input, { epoch: ctx.epoch, timeoutMs: readMs });
      if (ack.ok || !live || (ack.code !== 'UNAVAILABLE' && ack.code !== 'TIMEOUT')) return ack;
      return request(name, input);
    },
    signal: (name, data) => live?.signal(name, data),
    set: (connection) => void (live = connection),
    lastAnswer: () => answeredAt,
    onSlow: (work) => void (slow = work),
    onRefused: (work) => void (refused = work),
  };
}
