import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { groupAddPref } from '#domain/groupAddRules.ts';
import { AppError, type Ack } from '#protocol/errors.ts';
import type { DeviceId, UserId } from '#protocol/ids.ts';
import { toOpId } from '#protocol/casts.ts';
import { doors, type Handshake } from '#protocol/handshake.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import type { SessionGrant } from '#protocol/session.ts';
import { protocolVersion } from '#protocol/version.ts';
import { parseConfig } from '#server/config.ts';
import { main, type MainOptions, type RunningServer } from '#server/main.ts';
import { enterAs } from '#server/services/accounts/logIn.ts';
import { signUp } from '#server/services/accounts/signUp.ts';
import type { Storage } from '#server/storage/units.ts';
import type { OpenedStorage } from '#server/storage/openedStorage.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import { silentLog } from '#server/transport/log.ts';
import { patienceMs } from '#testing/patience.ts';

/** What a test may choose. */
export interface TestServerOptions {
  /** Default: SQLite in memory. */
  storage?: OpenedStorage;
  /** Value of the environment variable LIMITS, as an object. Default: no rate limits, the cheapest password hashes. */
  limits?: Record<string, unknown>;
  /** Server clock, ms. Default: the machine's. */
  now?: () => number;
  log?: MainOptions['log'];
  client?: MainOptions['client'];
  demo?: MainOptions['demo'];
  load?: MainOptions['load'];
  gateway?: MainOptions['gateway'];
  /** Further variables of the environment. */
  env?: Record<string, string>;
  /** Uses the database that `env` names, or a file in the server's folder, instead of one in memory. */
  useFile?: boolean;
}

/** The cheapest argon2 there is: a test is not about its strength. */
export const cheapLimits = { off: true, password: { memoryKiB: 8, passes: 1 } };
export const testPassword = 'correct horse battery';

/** Somebody with an account, logged in on one device. */
export interface TestPerson {
  readonly handle: string;
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly token: string;
  readonly cookie: string;
  readonly grant: SessionGrant;
}

/** A whole server in this process on a free port. */
export interface TestServer extends RunningServer {
  /** Folder of this server's files. */
  readonly dataDir: string;
  /** Signs somebody up through the services, without HTTP and its limits. */
  person(handle: string, name?: string): Promise<TestPerson>;
  /** Logs the same person in on a further device. */
  device(person: TestPerson): Promise<TestPerson>;
  /** A request over HTTP. */
  rpc<Name extends RequestName>(
    who: { token: string },
    name: Name,
    input: RequestInput<Name>,
  ): Promise<Ack<RequestOutput<Name>>>;
  /** A socket that has heard `hello`. Rejects with an AppError when the handshake is refused. */
  connect(person: TestPerson, handshake?: Partial<Handshake>): Promise<Socket>;
}

/** A request over a socket. Rejects when no answer comes within `ms`. */
export function ask<Name extends RequestName>(
  socket: Socket,
  name: Name,
  input: RequestInput<Name>,
  ms = patienceMs,
): Promise<Ack<RequestOutput<Name>>> {
  return socket.timeout(ms).emitWithAck(doors.request, name, input) as Promise<Ack<RequestOutput<Name>>>;
}

/** Starts a {@link TestServer}; `close` also ends its sockets and removes its folder. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kabar-test-'));
  const limits = JSON.stringify(options.limits ?? cheapLimits);
  const config = parseConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, LIMITS: limits, ...options.env });
  const now = options.now ?? Date.now;
  const running = await main(config, {
    log: options.log ?? silentLog,
    client: options.client ?? { kind: 'none' },
    checkOutput: true,
    now,
    ...(options.useFile ? {} : { storage: options.storage ?? (await openSqliteLocal(':memory:', { now })) }),
    ...(options.demo ? { demo: options.demo } : {}),
    ...(options.load ? { load: options.load } : {}),
    ...(options.gateway ? { gateway: options.gateway } : {}),
  });
  const sockets = new Set<Socket>();
  return {
    ...running,
    dataDir: folder,
    ...personMakers(running),
    rpc: (who, name, input) => callRpc(running, who.token, name, input) as never,
    async connect(person, handshake) {
      const socket = openSocket(running, person, handshake);
      sockets.add(socket);
      await greeted(socket);
      return socket;
    },
    async close(graceMs) {
      await running.close(graceMs);
      for (const socket of sockets) socket.disconnect();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function personMakers({ context, tools }: RunningServer): Pick<TestServer, 'person' | 'device'> {
  const visitor = { ip: 'test', userAgent: 'test' };
  return {
    async person(handle, name = handle) {
      const made = await signUp(context, tools, visitor, { handle, name, password: testPassword });
      await letAllAdd(context.storage, made.grant.account.id);
      return toPerson(handle, made.grant, made.refreshToken);
    },
    async device(person) {
      const made = await enterAs(context, tools, visitor, person.userId, 'another');
      return toPerson(person.handle, made.grant, made.refreshToken);
    },
  };
}

/** Most tests put people into groups who do not know each other. */
async function letAllAdd(storage: Storage, userId: UserId): Promise<void> {
  const op = toOpId(crypto.randomUUID());
  await storage.run('setPref', { userId, op, key: groupAddPref, val: JSON.stringify('everyone') });
}

function toPerson(handle: string, grant: SessionGrant, cookie: string): TestPerson {
  return { handle, userId: grant.account.id, deviceId: grant.deviceId, token: grant.token, cookie, grant };
}

async function callRpc(running: RunningServer, token: string, name: string, input: unknown): Promise<Ack<unknown>> {
  const response = await fetch(`http://127.0.0.1:${running.port}/api/rpc/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ input }),
  });
  return (await response.json()) as Ack<unknown>;
}

function openSocket(running: RunningServer, person: TestPerson, handshake: Partial<Handshake> = {}): Socket {
  return io(`http://127.0.0.1:${running.port}`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: {
      token: person.token,
      device: person.deviceId,
      epoch: 1,
      conn: crypto.randomUUID(),
      proto: protocolVersion,
      app: 'test',
      vis: 1,
      ...handshake,
    },
  });
}

function greeted(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect_error', (error: Error & { data?: { code?: never; retry?: number } }) => {
      socket.disconnect();
      const { code, retry } = error.data ?? {};
      reject(code ? new AppError(code, retry === undefined ? {} : { retry }) : error);
    });
    socket.once(doors.signal, (name: string) => {
      if (name === 'hello') resolve();
    });
  });
}
