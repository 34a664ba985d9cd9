import { randomBytes } from 'node:crypto';
import type { Ack } from '#protocol/errors.ts';
import type { DeviceId, UserId } from '#protocol/ids.ts';
import { toDeviceId, toUserId } from '#protocol/casts.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import { createAccessTokens, type AccessClaims } from '#server/services/accounts/accessTokens.ts';
import type { AccountTools } from '#server/services/accounts/accountTools.ts';
import { createPasswords } from '#server/services/accounts/passwords.ts';
import { createMediaUrls } from '#server/services/media/mediaUrls.ts';
import { createRefreshTokens } from '#server/services/accounts/refreshTokens.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { writeUnit } from '#server/storage/unit.ts';
import type { Random } from '#sync/ports.ts';
import type { FakeClock } from '#testing/fakeClock.ts';
import { letEverybodyAdd } from '#testing/letEverybodyAdd.ts';
import { cheapLimits } from '#testing/testServer.ts';
import { worldBus, type WorldBus } from './worldBus.ts';
import type { ServerEnd, WorldDoor } from './worldNetwork.ts';
import { randomId } from './worldIds.ts';
import { cleanDisk, type BroughtBytes, type WorldDisk } from './worldFiles.ts';
import { worldNode, type CallFate, type WorldNode } from './worldNode.ts';

/** The server of a world: one database, and the processes that serve it at the same time and one after the other. */
export interface WorldServer {
  readonly storage: LocalStorage;
  readonly bus: WorldBus;
  /** What happened on the server that no fault explains. */
  readonly complaints: string[];
  /** Makes an account with its first device. */
  person(handle: string): Promise<WorldLogin>;
  /** Logs the same person in on a further device. */
  device(person: WorldLogin): Promise<WorldLogin>;
  /** The server as the network of this device reaches it. `heard` sees every request and its answer, also when the network loses it. */
  door(login: WorldLogin, heard: (name: RequestName, input: unknown, ack: Ack<unknown>) => void): WorldDoor;
  /** A request of this person to some living process, past every network. */
  ask<Name extends RequestName>(
    login: WorldLogin,
    name: Name,
    input: RequestInput<Name>,
  ): Promise<Ack<RequestOutput<Name>>>;
  /** Bytes of a file of this person reach some living process; answers how many are there. */
  bring(login: WorldLogin, brought: Omit<BroughtBytes, 'owner'>): Promise<Ack<number>>;
  /** bytes of files as they lie on the server's disk, by id */
  readonly disk: WorldDisk;
  /** Deletes the files that no message took and whose time is over. */
  cleanFiles(): Promise<void>;
  /** Some living process closes the threads in which nobody wrote for long. */
  endThreads(): Promise<void>;
  /** Ends a process without a word; the next one takes its place after `downMs`. `at`: 0 ≤ x < 1. */
  crash(at: number, downMs: number): void;
  /** Starts whatever is down. */
  restart(): void;
  /** The call of the database that is `count` calls away gets this fate; `length`: and so many after it. */
  plan(fate: CallFate, count: number, length?: number): void;
  /** The process that makes the announcement that is `count` announcements away dies just before it. */
  planPublish(count: number): void;
  /** Every call of the database fails for so long, ms. */
  stopDatabase(ms: number): void;
  /** Every call of the database takes a random part of this time to get there and of this time to come back, ms: calls overtake each other. 0: none. */
  slowDatabase(ms: number): void;
  /** Moves the clock of one process, ms. */
  jump(at: number, ms: number): void;
  /** The data is of another generation from now on, as after a restore of a backup; all processes start anew. */
  changeGeneration(): Promise<void>;
  /** Ends all faults of processes, database and bus. */
  heal(): void;
  close(): Promise<void>;
}

/** One device of somebody, logged in. */
export interface WorldLogin {
  readonly handle: string;
  readonly user: UserId;
  readonly deviceId: DeviceId;
  readonly claims: AccessClaims;
}

/** The place of one process. */
interface Place {
  node: WorldNode | undefined;
  skewMs: number;
  starts: number;
}

interface Faults {
  fate: CallFate;
  count: number;
  length: number;
  publishes: number;
  /** the database is away until then, elapsed ms */
  awayUntil: number;
  /** longest way of a call to the database, and back, ms */
  wayMs: number;
}

/** More requests than this in one story are a loop. */
const requestsMax = 20_000;
/** A process that dies by itself is started again within this time, ms. */
const downMs = 6_000;
const away = { ok: false, code: 'UNAVAILABLE' } as const;

interface Base {
  readonly clock: FakeClock;
  readonly random: Random;
  readonly storage: LocalStorage;
  readonly bus: WorldBus;
  readonly tools: AccountTools;
  readonly faults: Faults;
  readonly complaints: string[];
  readonly places: readonly Place[];
  readonly disk: WorldDisk;
  readonly isRich: boolean;
  gen: string;
  requests: number;
}

const never = (): Promise<never> => new Promise(() => undefined);

/** Starts so many processes over an empty database in memory. `isRich`: they take files, and send what was scheduled. */
export async function worldServer(
  clock: FakeClock,
  random: Random,
  { nodes, isRich = false }: { nodes: number; isRich?: boolean },
): Promise<WorldServer> {
  const storage = await openSqliteLocal(':memory:', { now: clock.now });
  const base: Base = {
    ...{ clock, random, storage, tools: makeTools(clock), complaints: [], gen: storage.gen, requests: 0 },
    ...{ bus: worldBus(clock, random), disk: new Map(), isRich },
    faults: { fate: 'works', count: 0, length: 0, publishes: 0, awayUntil: 0, wayMs: 0 },
    places: Array.from({ length: nodes }, () => ({ node: undefined, skewMs: 0, starts: 0 })),
  };
  const { faults, places, complaints, bus, disk } = base;
  const placeAt = (at: number): Place => places[Math.floor(at * nodes)] as Place;
  const restart = (): void => places.forEach((place) => start(base, place));
  const seatOf = new Map<ServerEnd, WorldNode>();
  restart();
  return {
    ...{ storage, complaints, bus, disk, restart },
    person: (handle) => addPerson(base, handle),
    device: (person) => addDevice(base, person),
    door: ({ claims }, heard) => toDoor(base, claims, heard, seatOf),
    ask: async ({ claims }, name, input) =>
      (await (someNode(base)?.request({ epoch: undefined, claims }, name, input) ?? away)) as never,
    bring: async ({ user: owner }, brought) => (await someNode(base)?.bring({ ...brought, owner })) ?? away,
    cleanFiles: () => cleanDisk(storage, disk),
    endThreads: async () => someNode(base)?.endThreads(),
    crash: (at, ms) => stop(base, placeAt(at), ms),
    plan: (fate, count, length = 1) => void Object.assign(faults, { fate, count, length }),
    planPublish: (count) => void (faults.publishes = count),
    stopDatabase: (ms) => void (faults.awayUntil = clock.elapsed() + ms),
    slowDatabase: (ms) => void (faults.wayMs = ms),
    jump: (at, ms) => void (placeAt(at).skewMs += ms),
    async changeGeneration() {
      base.gen = random.uuid();
      for (const place of places) stop(base, place, downMs);
      await storage.runUnit(writeGen, base.gen);
      restart();
    },
    heal() {
      Object.assign(faults, { fate: 'works', count: 0, length: 0, publishes: 0, awayUntil: 0, wayMs: 0 });
      Object.assign(bus, { loss: 0, delayMs: 0 });
      for (const place of places) place.skewMs = 0;
      restart();
    },
    async close() {
      for (const { node } of places) node?.kill();
      await clock.settle();
      await storage.close();
    },
  };
}

const writeGen = writeUnit(async (tx, gen: string): Promise<void> => {
  await tx.sql("UPDATE meta SET val = ? WHERE key = 'gen'", [gen]);
});

function someNode({ places, random }: Base): WorldNode | undefined {
  const alive = places.flatMap(({ node }) => node ?? []);
  return alive[Math.floor(random.float() * alive.length)];
}

function stop(base: Base, place: Place, ms: number): void {
  place.node?.kill();
  place.node = undefined;
  base.clock.after(ms, () => start(base, place));
}

function start(base: Base, place: Place): void {
  if (place.node) return;
  const { clock, random, storage, tools, complaints, faults, bus, places, disk, isRich } = base;
  place.starts += 1;
  const name = `node-${places.indexOf(place)}-${place.starts}`;
  const { gen } = base;
  place.node = worldNode({
    ...{ name, tools, bus: bus.connect(), disk: isRich ? disk : undefined },
    storage: { ...storage, gen },
    clock: { now: () => clock.now() + place.skewMs, after: clock.after },
    fateOf: () => (clock.elapsed() < faults.awayUntil ? 'fails before' : takeFate(faults)),
    wayMs: () => (faults.wayMs > 0 ? random.float() * faults.wayMs : 0),
    diesAtPublish: () => faults.publishes > 0 && (faults.publishes -= 1) === 0,
    complain: (it) => void complaints.push(`${name}: ${it}`),
    died: () => stop(base, place, random.float() < 0.5 ? 0 : random.float() * downMs),
  });
}

function takeFate(faults: Faults): CallFate {
  if (faults.length === 0) return 'works';
  faults.count -= 1;
  if (faults.count > 0) return 'works';
  faults.length -= 1;
  return faults.fate;
}

/** Straight into the database: hashing and signing would cost more than the whole story, and draw ids by chance. */
async function addPerson({ storage, clock, random }: Base, handle: string): Promise<WorldLogin> {
  const userId = toUserId(randomId());
  const session = planSession(random, clock.now());
  await storage.run('createAccount', { userId, handle, name: handle, password: null, session });
  await storage.runUnit(letEverybodyAdd, userId);
  return toLogin(handle, userId, session);
}

async function addDevice({ storage, clock, random }: Base, { handle, user }: WorldLogin): Promise<WorldLogin> {
  const session = planSession(random, clock.now());
  await storage.run('startSession', { userId: user, session });
  return toLogin(handle, user, session);
}

function planSession(random: Random, now: number) {
  const [deviceId, sessionId] = [toDeviceId(random.uuid()), random.uuid()];
  return {
    ...{ deviceId, sessionId, deviceName: 'Browser', userAgent: null },
    refreshHash: Buffer.from(sessionId),
    expiresAt: now + 90 * 86_400_000,
  };
}

function toLogin(handle: string, user: UserId, { deviceId, sessionId }: ReturnType<typeof planSession>): WorldLogin {
  return { handle, user, deviceId, claims: { userId: user, deviceId, sessionId, exp: Number.MAX_SAFE_INTEGER } };
}

/** A connection belongs to the process that accepted it, everything else goes to any that lives. */
function toDoor(
  base: Base,
  claims: AccessClaims,
  heard: Parameters<WorldServer['door']>[1],
  seatOf: Map<ServerEnd, WorldNode>,
): WorldDoor {
  return {
    async accept(end, hello, admit) {
      const node = someNode(base);
      if (!node) return away;
      seatOf.set(end, node);
      return node.accept(end, { claims, hello }, admit);
    },
    async request(from, name, input) {
      const serving = 'end' in from ? seatOf.get(from.end) : someNode(base);
      // Over a connection that is gone nothing is answered; over HTTP the refusal of the address is.
      if (!serving) return 'end' in from ? never() : away;
      base.requests += 1;
      if (base.requests === requestsMax) base.complaints.push(`requests without end: ${name} ${JSON.stringify(input)}`);
      if (base.requests >= requestsMax) return never();
      const ack = await serving.request('end' in from ? from : { ...from, claims }, name, input);
      heard(name, input, ack);
      return ack;
    },
    hear: (end, name, data) => seatOf.get(end)?.hear(end, name, data),
    left(end) {
      seatOf.get(end)?.left(end);
      seatOf.delete(end);
    },
  };
}

function makeTools(clock: FakeClock): AccountTools {
  const secret = randomBytes(64);
  return {
    passwords: createPasswords(cheapLimits.password),
    accessTokens: createAccessTokens(secret, clock.now),
    refreshTokens: createRefreshTokens(secret),
    mediaUrls: createMediaUrls(secret, clock.now),
  };
}
