import { randomBytes } from 'node:crypto';
import type { Ack } from '#protocol/errors.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import type { SessionGrant } from '#protocol/session.ts';
import { createAccessTokens, type AccessClaims } from '#server/services/accounts/accessTokens.ts';
import type { AccountTools } from '#server/services/accounts/accountTools.ts';
import { enterAs } from '#server/services/accounts/logIn.ts';
import { createPasswords } from '#server/services/accounts/passwords.ts';
import { createRefreshTokens } from '#server/services/accounts/refreshTokens.ts';
import { signUp } from '#server/services/accounts/signUp.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import type { FakeClock } from '#testing/fakeClock.ts';
import { cheapLimits, testPassword } from '#testing/testServer.ts';
import type { ServerEnd, WorldDoor } from './worldNetwork.ts';
import { worldNode, type CallFate, type NodeGround, type WorldNode } from './worldNode.ts';

/** The server of a world: one database and, one after the other, the processes that serve it. */
export interface WorldServer {
  readonly storage: LocalStorage;
  /** What happened on the server that no fault explains. */
  readonly complaints: string[];
  /** Makes an account with its first device. */
  person(handle: string): Promise<WorldLogin>;
  /** Logs the same person in on a further device. */
  device(person: WorldLogin): Promise<WorldLogin>;
  /** The server as the network of this device reaches it. `heard` sees every request and its answer, also when the network loses it. */
  door(login: WorldLogin, heard: (name: RequestName, input: unknown, ack: Ack<unknown>) => void): WorldDoor;
  /** A request of this person, past every network. */
  ask<Name extends RequestName>(
    login: WorldLogin,
    name: Name,
    input: RequestInput<Name>,
  ): Promise<Ack<RequestOutput<Name>>>;
  /** Ends the process without a word and starts the next one. */
  crash(): void;
  /** The call of the database that is `count` calls away gets this fate; `length`: and so many after it. */
  plan(fate: CallFate, count: number, length?: number): void;
  close(): Promise<void>;
}

/** One device of somebody, logged in. */
export interface WorldLogin {
  readonly handle: string;
  readonly grant: SessionGrant;
  readonly claims: AccessClaims;
}

const visitor = { ip: 'test', userAgent: 'test' };

/** Starts the first process over an empty database in memory. */
export async function worldServer(clock: FakeClock): Promise<WorldServer> {
  const storage = await openSqliteLocal(':memory:', { now: clock.now });
  const complaints: string[] = [];
  const tools = makeTools(clock);
  const plan: Plan = { fate: 'works', count: 0, length: 0 };
  const ground: NodeGround = {
    storage,
    clock,
    tools,
    fateOf: () => takeFate(plan),
    complain: (it) => void complaints.push(it),
    // The next process starts when the event loop is free.
    died: () => queueMicrotask(() => void (node = worldNode(ground))),
  };
  const seatOf = new Map<ServerEnd, WorldNode>();
  let node = worldNode(ground);
  const toLogin = async (handle: string, grant: SessionGrant): Promise<WorldLogin> => {
    return { handle, grant, claims: await tools.accessTokens.verify(grant.token) };
  };
  return {
    storage,
    complaints,
    person: async (handle) =>
      toLogin(
        handle,
        (await signUp(node.context, tools, visitor, { handle, name: handle, password: testPassword })).grant,
      ),
    device: async ({ handle, grant }) =>
      toLogin(handle, (await enterAs(node.context, tools, visitor, grant.account.id, 'another')).grant),
    door: ({ claims }, heard) => toDoor(claims, heard, seatOf, () => node),
    ask: ({ claims }, name, input) => node.request({ epoch: undefined, claims }, name, input) as never,
    crash() {
      node.kill();
      node = worldNode(ground);
    },
    plan(fate, count, length = 1) {
      Object.assign(plan, { fate, count, length });
    },
    close: () => storage.close(),
  };
}

type Heard = Parameters<WorldServer['door']>[1];

/** A connection belongs to the process that accepted it, everything else goes to the present one. */
function toDoor(
  claims: AccessClaims,
  heard: Heard,
  seatOf: Map<ServerEnd, WorldNode>,
  present: () => WorldNode,
): WorldDoor {
  return {
    accept(end, hello, admit) {
      const node = present();
      seatOf.set(end, node);
      return node.accept(end, { claims, hello }, admit);
    },
    async request(from, name, input) {
      const serving = ('end' in from && seatOf.get(from.end)) || present();
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

interface Plan {
  fate: CallFate;
  count: number;
  length: number;
}

function takeFate(plan: Plan): CallFate {
  if (plan.length === 0) return 'works';
  plan.count -= 1;
  if (plan.count > 0) return 'works';
  plan.length -= 1;
  return plan.fate;
}

function makeTools(clock: FakeClock): AccountTools {
  const secret = randomBytes(64);
  return {
    passwords: createPasswords(cheapLimits.password),
    accessTokens: createAccessTokens(secret, clock.now),
    refreshTokens: createRefreshTokens(secret),
  };
}
