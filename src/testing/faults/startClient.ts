import { emitter } from '#base/emitter.ts';
import { browserClock } from '#client/adapters/browser/browserClock.ts';
import { browserRandom } from '#client/adapters/browser/browserRandom.ts';
import { httpRpc } from '#client/adapters/http/httpRpc.ts';
import type { Fetch } from '#client/adapters/http/postJson.ts';
import { socketTransport } from '#client/adapters/socket/socketTransport.ts';
import type { Ack } from '#protocol/errors.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import type { Commands } from '#sync/commands.ts';
import { createCommands } from '#sync/commands/createCommands.ts';
import { loopLine } from '#sync/loopLine.ts';
import type { Connection, LocalStore, Log, Rpc, Session, TabLine, Transport } from '#sync/ports.ts';
import { fakeLocks } from '#testing/fakeLocks.ts';
import { fakeChannel } from '#testing/fakeTab.ts';
import { localEngine } from '#testing/localEngine.ts';

/** Hears the answer of every request that went over the live connection. */
export type AnswerListener = <Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
  ack: Ack<RequestOutput<Name>>,
) => void;

/** What a client stands on. */
export interface ClientOptions {
  /** scheme, host and port of the server, or of a proxy in front of it */
  origin: string;
  fetch: Fetch;
  session: Session;
  store: LocalStore;
  log: Log;
  onAnswer: AnswerListener;
}

/** A whole client without a browser. */
export interface Client {
  readonly commands: Commands;
  readonly line: TabLine;
  readonly rpc: Rpc;
  /** Starts the engine; whoever wants its first words listens to the line before. */
  start(): void;
  stop(): Promise<void>;
}

/** Makes a client of the product's parts: engine, commands, transport and HTTP over a real network. */
export function startClient(options: ClientOptions): Client {
  const { fetch, session, store, log } = options;
  const line = loopLine(fakeChannel()('tab'));
  const ports = { clock: browserClock, random: browserRandom, line, store };
  const rpc = httpRpc({ fetch, session, log });
  const engine = localEngine({
    ...ports,
    log,
    transport: listening(socketTransport(log), options),
    rpc,
    session,
    locks: fakeLocks(),
    surroundings: { isOnline: () => true, isVisible: () => true, onChange: emitter<never>().on },
    appVersion: 'test',
  });
  return {
    commands: createCommands(ports),
    line,
    rpc,
    start: () => engine.start(),
    stop: () => engine.stop(),
  };
}

/** The page's own origin is the given one; what the server answers is told. */
function listening(inner: Transport, { origin, onAnswer }: ClientOptions): Transport {
  return {
    async connect(_endpoint, auth, handlers, timeoutMs) {
      const opened = await inner.connect(origin, auth, handlers, timeoutMs);
      return opened.ok ? { ok: true, data: telling(opened.data, onAnswer) } : opened;
    },
  };
}

function telling(connection: Connection, onAnswer: AnswerListener): Connection {
  return {
    ...connection,
    async request(name, input, timeoutMs) {
      const ack = await connection.request(name, input, timeoutMs);
      onAnswer(name, input, ack);
      return ack;
    },
  };
}
