import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { requests, type RequestInput, type RequestName, type RequestOutput } from '#protocol/requests.ts';
import { requestsByName } from '#protocol/requests.ts';
import type { OpId, UserId } from '#protocol/ids.ts';
import { toDeviceId, toOpId, toUserId } from '#protocol/casts.ts';
import type { Bus } from '#server/live/bus.ts';
import { createLive } from '#server/live/createLive.ts';
import type { LiveDoor } from '#server/live/liveDoor.ts';
import type { LivePort } from '#server/live/livePort.ts';
import { chatHandlers } from '#server/services/chatHandlers.ts';
import { createAppHandlers } from '#server/services/miniApps/createAppHandlers.ts';
import { connectHandlers } from '#server/services/connect/connectHandlers.ts';
import { contactHandlers } from '#server/services/contacts/contactHandlers.ts';
import { joiningHandlers } from '#server/services/joining/joiningHandlers.ts';
import type { Caller, Handler, ServiceContext } from '#server/services/serviceContext.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { fakeClock, type FakeClock } from './fakeClock.ts';
import { fakeDelivery, type FakeDelivery } from './fakeDelivery.ts';
import { noApps } from './noApps.ts';
import { letEverybodyAdd } from './letEverybodyAdd.ts';
import { watchStorage } from './watchStorage.ts';

/** One node of a world. */
export interface ChatNode {
  live: LivePort & LiveDoor;
  delivery: FakeDelivery;
  context: ServiceContext;
}

/** Chat services and live part over SQLite in memory, with a clock that tests move. Failures the live part repairs by itself are in `failures`. */
export interface ChatWorld {
  clock: FakeClock;
  storage: LocalStorage;
  nodes: ChatNode[];
  failures: unknown[];
  person(name: string): Promise<UserId>;
  /** Runs a request as this person would over HTTP, or over the given connection. Input and output go through their schemas. */
  ask<Name extends RequestName>(
    user: UserId,
    name: Name,
    input: RequestInput<Name>,
    options?: { connection?: string; node?: number },
  ): Promise<RequestOutput<Name>>;
  /** Begins a request and does not move the clock, so that several can be under way; `drive` ends them. */
  begin<Name extends RequestName>(
    user: UserId,
    name: Name,
    input: RequestInput<Name>,
    options?: { connection?: string; node?: number },
  ): Promise<RequestOutput<Name>>;
  /** Moves the clock by so much, and lets everything settle that follows. */
  wait(ms: number): Promise<void>;
  /** Moves the clock until all of these have ended. */
  drive(running: readonly Promise<unknown>[]): Promise<void>;
  close(): Promise<void>;
}

export const newOp = (): OpId => toOpId(randomUUID());

const handlers: Record<string, unknown> = {
  ...chatHandlers,
  ...connectHandlers,
  ...contactHandlers,
  ...createAppHandlers(noApps),
  ...joiningHandlers,
};

/** What a test may choose. */
export interface ChatWorldOptions {
  /** Default: one. */
  nodes?: number;
  /** One per node, when there are several. */
  buses?: Bus[];
  /** Opens the database; default: SQLite in memory. */
  open?: (now: () => number) => Promise<LocalStorage>;
  /** People are asked before others bring them into groups, as by default; else everybody may add everybody. */
  areAsked?: boolean;
  /** For a database that answers in real time: what follows from a request has settled when nothing was asked of it for so long, ms. */
  patienceMs?: number;
}

/** Makes a world of one or more nodes on one database. */
export async function createChatWorld(options: ChatWorldOptions = {}): Promise<ChatWorld> {
  const clock = fakeClock();
  const opened = await (options.open ?? ((now) => openSqliteLocal(':memory:', { now })))(clock.now);
  const patienceMs = options.patienceMs ?? 0;
  const { storage, rest } = watchStorage(opened);
  const failures: unknown[] = [];
  const nodes = Array.from({ length: options.nodes ?? 1 }, (_, index): ChatNode => {
    const delivery = fakeDelivery();
    const bus = options.buses?.[index];
    const failed = (_what: string, error: unknown): void => void failures.push(error);
    const live = createLive({ storage, delivery, clock, failed, ...(bus ? { bus } : {}) });
    return { live, delivery, context: { storage, live, now: clock.now } };
  });
  // Worlds may share a database.
  let people = randomInt(1_000_000_000) * 100;
  const begin: ChatWorld['begin'] = (user, name, input, at) =>
    askNode(nodes[at?.node ?? 0] as ChatNode, user, name, input, at?.connection);
  const drive = (running: readonly Promise<unknown>[]): Promise<void> => driveAll(clock, running);
  return {
    begin,
    drive,
    async wait(ms) {
      await clock.settle();
      for (let step = 0; step < waitSteps; step += 1) {
        await clock.advance(ms / waitSteps);
        if (patienceMs > 0) await rest(patienceMs);
      }
    },
    clock,
    storage,
    nodes,
    failures,
    async person(name) {
      people += 1;
      const user = toUserId(people);
      await storage.runUnit(insertPerson, { user, name });
      if (!options.areAsked) await storage.runUnit(letEverybodyAdd, user);
      return user;
    },
    async ask(user, name, input, at) {
      const running = begin(user, name, input, at);
      await drive([running]);
      // What a command sets off (events of other people) goes on after its answer.
      if (patienceMs > 0 && requestsByName.get(name)?.kind === 'command') await rest(patienceMs);
      return running;
    },
    async close() {
      await drive(nodes.map(({ live }) => live.stop()));
      await storage.close();
    },
  };
}

const insertPerson = writeUnit(async (tx, { user, name }: { user: UserId; name: string }) => {
  await tx.sql('INSERT INTO users (id, handle, name, created_at) VALUES (?, ?, ?, ?)', [
    user,
    `${name}${user}`,
    name,
    tx.now,
  ]);
  await tx.sql('INSERT INTO user_heads (user_id, urev) VALUES (?, 0)', [user]);
});

async function askNode<Name extends RequestName>(
  node: ChatNode,
  user: UserId,
  name: Name,
  input: RequestInput<Name>,
  connection: string | undefined,
): Promise<RequestOutput<Name>> {
  const definition = requestsByName.get(name) ?? requests.heartbeat;
  const caller: Caller = {
    userId: user,
    deviceId: toDeviceId(randomUUID()),
    sessionId: 'test',
    ip: 'test',
    ...(connection === undefined ? {} : { connection }),
  };
  const handler = handlers[name] as Handler<Name>;
  const output = await handler(node.context, caller, definition.input.parse(input) as never);
  return definition.output.parse(output) as RequestOutput<Name>;
}

const turnsMax = 40;
const waitSteps = 4;
/** Real time after which a request is taken for hanging. */
const hangMs = 10_000;

/** What is written behind waits for the clock. */
async function driveAll(clock: FakeClock, running: readonly Promise<unknown>[]): Promise<void> {
  let isDone = false;
  void Promise.allSettled(running).then(() => {
    isDone = true;
  });
  const giveUpAt = performance.now() + hangMs;
  for (let turn = 0; !isDone && (turn < turnsMax || performance.now() < giveUpAt); turn += 1) {
    await clock.settle();
    if (!isDone) await clock.advance(50);
    if (!isDone && turn >= turnsMax) await sleep(1);
  }
}
