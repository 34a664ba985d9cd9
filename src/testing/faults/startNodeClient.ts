import { localEngine } from '#testing/localEngine.ts';
import { emitter } from '#base/emitter.ts';
import { httpRpc } from '#client/adapters/http/httpRpc.ts';
import type { Fetch } from '#client/adapters/http/postJson.ts';
import { sessionClient } from '#client/adapters/http/sessionClient.ts';
import { browserClock } from '#client/adapters/browser/browserClock.ts';
import { browserRandom } from '#client/adapters/browser/browserRandom.ts';
import { socketTransport } from '#client/adapters/socket/socketTransport.ts';
import type { Ack } from '#protocol/errors.ts';
import type { RequestName, RequestOutput } from '#protocol/requests.ts';
import type { SessionGrant } from '#protocol/session.ts';
import type { EngineStatus } from '#sync/changes.ts';
import { createCommands } from '#sync/commands/createCommands.ts';
import type { Commands } from '#sync/commands.ts';
import { loopLine } from '#sync/loopLine.ts';
import type { Connection, Log, Rpc, TabLine, Transport } from '#sync/ports.ts';
import { fakeLocks } from '#testing/fakeLocks.ts';
import { fakeChannel } from '#testing/fakeTab.ts';
import { memoryLocalStore, type MemoryLocalStore } from '#testing/memoryLocalStore.ts';

/** One message's place as the server told it to its sender. */
export type SentAck = Extract<RequestOutput<'message.send'>['items'][number], { s: number }>;

/** A whole client without a browser: the product's engine, transport and HTTP over a real network, on a store in memory. */
export interface NodeClient {
  readonly grant: SessionGrant;
  readonly store: MemoryLocalStore;
  readonly commands: Commands;
  readonly line: TabLine;
  readonly rpc: Rpc;
  /** every positive answer to a message, repeats included, in order of arrival */
  readonly acks: readonly SentAck[];
  /** requests that wait for an answer */
  inFlight(): number;
  phase(): EngineStatus['phase'];
  stop(): Promise<void>;
}

const silent: Log = { debug: () => undefined, warn: () => undefined };

/** Makes an account over HTTP, or a further device of one, as a browser at `origin` would. */
export async function enter(
  origin: string,
  who: { handle: string; password: string; isNew: boolean },
): Promise<SessionGrant> {
  const door = sessionClient(fetchFrom(origin), 'test');
  const { handle, password } = who;
  const answer = await (who.isNew ? door.signUp({ handle, name: handle, password }) : door.logIn({ handle, password }));
  if (!answer.ok) throw new Error(`${handle} cannot enter: ${answer.code}`);
  return answer.data;
}

/** Starts the client of somebody who has entered. Its access token outlives the test, so it never asks for another. */
export function startNodeClient(origin: string, grant: SessionGrant): NodeClient {
  const acks: SentAck[] = [];
  const store = memoryLocalStore();
  const line = loopLine(fakeChannel()('tab'));
  const session = {
    userId: grant.account.id,
    deviceId: grant.deviceId,
    token: async () => ({ ok: true as const, data: { token: grant.token, exp: grant.exp } }),
  };
  const flight = { count: 0 };
  let phase: EngineStatus['phase'] = 'boot';
  line.onEvent((event) => {
    if (event.t === 'status') phase = event.status.phase;
  });
  const rpc = httpRpc({ fetch: fetchFrom(origin), session, log: silent });
  const engine = localEngine({
    clock: browserClock,
    random: browserRandom,
    log: silent,
    transport: listening(socketTransport(silent), origin, acks, flight),
    rpc,
    session,
    store,
    line,
    locks: fakeLocks(),
    surroundings: { isOnline: () => true, isVisible: () => true, onChange: emitter<never>().on },
    appVersion: 'test',
  });
  engine.start();
  const commands = createCommands({ store, line, clock: browserClock, random: browserRandom });
  return {
    grant,
    store,
    commands,
    line,
    rpc,
    acks,
    inFlight: () => flight.count,
    phase: () => phase,
    stop: () => engine.stop(),
  };
}

/** The page's own origin is `origin`; what the server says to the sender's messages is written down. */
function listening(inner: Transport, origin: string, acks: SentAck[], flight: { count: number }): Transport {
  return {
    async connect(_endpoint, auth, handlers, timeoutMs) {
      const opened = await inner.connect(origin, auth, handlers, timeoutMs);
      return opened.ok ? { ok: true, data: noting(opened.data, acks, flight) } : opened;
    },
  };
}

function noting(connection: Connection, acks: SentAck[], flight: { count: number }): Connection {
  return {
    ...connection,
    async request<Name extends RequestName>(name: Name, input: never, timeoutMs: number) {
      flight.count += 1;
      const ack: Ack<RequestOutput<Name>> = await connection.request(name, input, timeoutMs);
      flight.count -= 1;
      if (name === 'message.send' && ack.ok)
        acks.push(...(ack.data as RequestOutput<'message.send'>).items.filter((item) => 's' in item));
      return ack;
    },
  };
}

const fetchFrom =
  (origin: string): Fetch =>
  (path, init) =>
    fetch(`${origin}${path}`, init);
