import { idleGuard } from '#server/transport/loadGuard.ts';
import { AppError, toWireError, type Ack, type ErrorCode, type WireError } from '#protocol/errors.ts';
import type { Handshake } from '#protocol/handshake.ts';
import type { RequestName } from '#protocol/requests.ts';
import { protocolVersion } from '#protocol/version.ts';
import { endThreads } from '#server/jobs/endThreads.ts';
import type { Bus } from '#server/live/bus.ts';
import { createLive } from '#server/live/createLive.ts';
import type { LiveClock } from '#server/live/liveClock.ts';
import type { AccessClaims } from '#server/services/accounts/accessTokens.ts';
import type { AccountTools } from '#server/services/accounts/accountTools.ts';
import { createSessionGuard } from '#server/services/accounts/sessionGuard.ts';
import { chatHandlers } from '#server/services/chatHandlers.ts';
import { noApps } from '#testing/noApps.ts';
import { noGateway } from '#testing/noGateway.ts';
import { noMedia } from '#testing/noMedia.ts';
import { createHandlers } from '#server/services/handlers.ts';
import { sendScheduled } from '#server/services/scheduled/sendScheduled.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { OpenedStorage } from '#server/storage/openedStorage.ts';
import type { UnitName } from '#server/storage/units.ts';
import type { Log } from '#server/transport/log.ts';
import { createLimiter } from '#server/transport/limiter.ts';
import { createRequestLimits } from '#server/transport/requestLimits.ts';
import { createServeRequest } from '#server/transport/serveRequest.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';
import { fakeDelivery } from '#testing/fakeDelivery.ts';
import { dropWhileFull } from './dropWhileFull.ts';
import { watchDelivery } from './watchDelivery.ts';
import { takeBytes, type BroughtBytes, type WorldDisk } from './worldFiles.ts';
import type { ServerEnd } from './worldNetwork.ts';

/** What becomes of a call of the database: it works, it fails, or the whole process dies with it. */
export type CallFate = 'works' | 'fails before' | 'fails after' | 'dies before' | 'dies after';

/** What a node stands on. */
export interface NodeGround {
  /** tells this node's connections from those of all others, earlier ones too */
  readonly name: string;
  readonly storage: OpenedStorage;
  readonly clock: LiveClock;
  readonly tools: AccountTools;
  readonly bus: Bus;
  /** files; with them the node also sends what was scheduled. Absent: the world has neither */
  readonly disk?: WorldDisk | undefined;
  /** Asked once for each call of the database. */
  fateOf(unit: UnitName): CallFate;
  /** Asked before and after each call of the database: how long the way there, and the way back, takes, ms. */
  wayMs(): number;
  /** Asked before each announcement to the other nodes, after what it tells was committed: whether the process dies here. */
  diesAtPublish(): boolean;
  /** The process has died in the middle of a call. */
  died(): void;
  /** Something happened that no fault explains. */
  complain(what: string): void;
}

/** One process of the server without its sockets: real services, live part, session guard and request path. */
export interface WorldNode {
  /** Answers why the connection is refused; calls `admit` before anything is sent on it. */
  accept(
    end: ServerEnd,
    who: { claims: AccessClaims; hello: Handshake },
    admit: () => void,
  ): Promise<WireError | undefined>;
  request(
    from: { end: ServerEnd } | { epoch: number | undefined; claims: AccessClaims },
    name: RequestName,
    input: unknown,
  ): Promise<Ack<unknown>>;
  hear(end: ServerEnd, name: string, data: unknown): void;
  left(end: ServerEnd): void;
  /** Bytes of a file arrive; answers how many are there. */
  bring(brought: BroughtBytes): Promise<Ack<number>>;
  /** The job that closes threads in which nobody wrote for long. Never ends where the process dies meanwhile. */
  endThreads(): Promise<void>;
  /** Ends it like `kill -9`: nothing is answered, written or told any more, and its connections break. */
  kill(): void;
}

/** How often a node looks for what was scheduled, ms. */
const laterMs = 3_000;

interface Seat {
  readonly id: string;
  readonly claims: AccessClaims;
  readonly epoch: number;
}

/** Starts a node. */
export function worldNode(ground: NodeGround): WorldNode {
  const life: Life = { isDead: false, ends: 0, die: () => void (life.isDead || (node.kill(), ground.died())) };
  const seats = new Map<ServerEnd, Seat>();
  const parts = toParts(ground, life);
  const { live, delivery } = parts;
  const serve = createServeRequest(parts, createRequestLimits(createLimiter(ground.clock.now), null));
  const node: WorldNode = {
    async accept(end, { claims, hello }, admit) {
      const refusal = await parts.guard.enter(claims, hello.epoch).then(
        () => undefined,
        (error: unknown) => refuse(ground, error),
      );
      if (refusal) return refusal;
      // It may have ended while the database was asked.
      if (end.isGone() || life.isDead) return undefined;
      admit();
      life.ends += 1;
      const seat = { id: `${ground.name}-${life.ends}`, claims, epoch: hello.epoch };
      seats.set(end, seat);
      sit(end, seat, { hello, clock: ground.clock }, parts);
      greet(end, ground);
      return undefined;
    },
    async request(from, name, input) {
      if (life.isDead) return never();
      const seat = 'end' in from ? seats.get(from.end) : undefined;
      if ('end' in from && !seat) return never();
      const { claims, caller } = toCaller(seat, from as { epoch: number | undefined; claims: AccessClaims });
      const ack = await serve({ name, input, claims, caller });
      if (life.isDead) return never();
      // As the socket's dispatch does.
      if (!ack.ok && (ack.code === 'FENCED' || ack.code === 'REVOKED') && 'end' in from)
        queueMicrotask(() => from.end.close(ack.code));
      return ack;
    },
    hear(end, name, data) {
      const seat = seats.get(end);
      if (seat && name === 'typing' && !life.isDead) live.onTyping(seat.id, (data as { c: never }).c);
    },
    left(end) {
      const seat = seats.get(end);
      seats.delete(end);
      if (!seat) return;
      delivery.detach(seat.id);
      if (!life.isDead) live.onDisconnect(seat.id);
    },
    bring: (brought) => bring(parts, ground, life, brought),
    endThreads: () => endThreads(parts.context.storage, live).catch((error: unknown) => void refuse(ground, error)),
    kill() {
      life.isDead = true;
      ground.bus.close();
      for (const end of [...seats.keys()]) end.close('the server has died');
      seats.clear();
    },
  };
  parts.kicks.push((id, code, conn) => kick([...seats].find(([, seat]) => seat.id === id)?.[0], code, conn));
  live.start();
  if (ground.disk) sendLater(parts.context, ground, life);
  return node;
}

async function bring(
  { context }: TransportParts,
  ground: NodeGround,
  life: Life,
  brought: BroughtBytes,
): Promise<Ack<number>> {
  if (life.isDead || !ground.disk) return never();
  const ack = await takeBytes(context.storage, ground.disk, brought).then(
    (data) => ({ ok: true as const, data }),
    (error: unknown) => refuse(ground, error),
  );
  return life.isDead ? never() : ack;
}

/** Looks for what was scheduled, again and again, one look after the other. */
function sendLater(context: ServiceContext, ground: NodeGround, life: Life): void {
  ground.clock.after(laterMs, () => {
    if (life.isDead) return;
    const look = sendScheduled(context).catch((error: unknown) => void refuse(ground, error));
    void look.then(() => sendLater(context, ground, life));
  });
}

function refuse(ground: NodeGround, error: unknown): WireError {
  if (!(error instanceof AppError)) ground.complain(`past the requests: ${String(error)}`);
  return toWireError(error) as WireError;
}

/** Who asks: the one on the connection, or over HTTP the one with the token. */
function toCaller(seat: Seat | undefined, http: { epoch: number | undefined; claims: AccessClaims }) {
  const { claims, epoch } = seat ?? http;
  const { userId, deviceId, sessionId } = claims;
  const caller = {
    ...{ userId, deviceId, sessionId, ip: 'test' },
    ...(epoch === undefined ? {} : { epoch }),
    ...(seat ? { connection: seat.id } : {}),
  };
  return { claims, caller };
}

const never = (): Promise<never> => new Promise(() => undefined);

function kick(end: ServerEnd | undefined, code: ErrorCode, conn: string | undefined): void {
  end?.signal({ name: 'kick', data: { code, ...(conn === undefined ? {} : { conn }) } });
  end?.close(code);
}

/** Tells the live part of an accepted connection, and the connection of everything that concerns it. */
function sit(
  end: ServerEnd,
  { id, claims }: Seat,
  { hello: { epoch, conn, vis }, clock }: { hello: Handshake; clock: LiveClock },
  { delivery, live }: ReturnType<typeof toParts>,
): void {
  const pass = dropWhileFull(end, clock);
  delivery.attach(id, (packet) => {
    if (packet.t === 'delta') pass(() => end.delta(packet.deltas));
    else if (packet.t === 'signal') pass(() => end.signal(packet.signal));
  });
  const { userId, deviceId } = claims;
  live.onConnect({ id, userId, deviceId, epoch, conn, vis });
}

/** First word of the server to an accepted connection. */
function greet(end: ServerEnd, ground: NodeGround): void {
  const t = ground.clock.now();
  const rest = { sid: 'sid', node: 'node', gen: ground.storage.gen, proto: protocolVersion, eps: [], spread: 2_000 };
  end.signal({ name: 'hello', data: { ...rest, t, exp: t + 30 * 86_400_000 } });
}

type Kick = (connection: string, code: ErrorCode, conn?: string) => void;

interface Life {
  isDead: boolean;
  /** connections so far */
  ends: number;
  die(): void;
}

function toParts(ground: NodeGround, life: Life) {
  const storage = mortal(ground, life);
  const clock: LiveClock = {
    now: ground.clock.now,
    after: (ms, work) => ground.clock.after(ms, () => void (life.isDead || work())),
  };
  const kicks: Kick[] = [];
  const delivery = watchDelivery(fakeDelivery(), ground.complain);
  const complain = (what: string, error: unknown): void => {
    // A database that is away is part of the game.
    if (!(error instanceof AppError && error.code === 'UNAVAILABLE')) ground.complain(`${what}: ${String(error)}`);
  };
  const live = createLive({
    storage,
    clock,
    delivery: { ...delivery, kick: (id, code, conn) => kicks.forEach((tell) => tell(id, code, conn)) },
    failed: complain,
    bus: mortalBus(ground, life),
  });
  const context: ServiceContext = { storage, live, now: clock.now };
  const log: Log = { info: () => undefined, warn: () => undefined, error: (event, cause) => complain(event, cause) };
  const parts: TransportParts = {
    settings: {
      origins: () => [],
      endpoints: [],
      proxyHops: 0,
      limits: null,
      handlerMs: 2 ** 31 - 1,
      checkOutput: true,
    },
    load: idleGuard,
    log,
    context,
    handlers: createHandlers(ground.tools, noMedia, noApps, chatHandlers),
    tools: ground.tools,
    media: noMedia,
    apps: noApps,
    gateway: noGateway,
    guard: createSessionGuard(storage, clock.now),
    live,
    gen: ground.storage.gen,
    node: 'node',
    client: { kind: 'none' },
  };
  return { ...parts, live, delivery, kicks };
}

/** The database as one process sees it; the process can die in the middle of a call, and hears nothing afterwards. */
function mortal(ground: NodeGround, life: Life): OpenedStorage {
  const { storage } = ground;
  const lost = (): never => {
    throw new AppError('UNAVAILABLE', { message: 'the database is away (test)' });
  };
  const way = async (): Promise<void> => {
    const ms = ground.wayMs();
    if (ms > 0) await new Promise<void>((arrive) => void ground.clock.after(ms, arrive));
  };
  return {
    dialect: storage.dialect,
    gen: storage.gen,
    async run(unit, input) {
      if (life.isDead) return never();
      await way();
      if (life.isDead) return never();
      const fate = ground.fateOf(unit);
      if (fate === 'dies before') life.die();
      if (life.isDead) return never();
      if (fate === 'fails before') return lost();
      const done = await storage.run(unit, input).then(
        (output) => ({ output }),
        (error: unknown) => ({ error }),
      );
      if (fate === 'dies after') life.die();
      if (!life.isDead) await way();
      if (life.isDead) return never();
      if ('error' in done) throw done.error;
      return fate === 'fails after' ? lost() : done.output;
    },
    checkpoint: () => storage.checkpoint(),
    close: () => storage.close(),
  };
}

/** The line to the other nodes as one process has it: it can die between a commit and its announcement. */
function mortalBus({ bus, diesAtPublish }: NodeGround, life: Life): Bus {
  return {
    ...bus,
    publish(message) {
      if (life.isDead) return;
      if (diesAtPublish()) life.die();
      else bus.publish(message);
    },
    onMessage: (listener) => bus.onMessage((message) => void (life.isDead || listener(message))),
    onGap: (listener) => bus.onGap(() => void (life.isDead || listener())),
  };
}
