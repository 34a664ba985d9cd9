import { chatKind } from '#protocol/entities/chat.ts';
import { memberState } from '#protocol/entities/member.ts';
import { toOpId, type ChatId } from '#protocol/ids.ts';
import type { Random } from '#sync/ports.ts';
import { readUnit } from '#server/storage/unit.ts';
import { fakeClock, type FakeClock } from '#testing/fakeClock.ts';
import { seededRandom } from '#testing/fakeTab.ts';
import { worldDevice, type WorldDevice } from './worldDevice.ts';
import { worldServer, type WorldServer } from './worldServer.ts';

/**
 * A small world under the hand of a test: the product's services and live part on SQLite in memory, and the product's engines in several browsers with
 * several tabs. Time, network and faults move only when the test says so, and all chance comes from the seed.
 */
export interface World {
  readonly seed: number;
  readonly clock: FakeClock;
  readonly random: Random;
  readonly server: WorldServer;
  /** the first two belong to one person */
  readonly devices: readonly WorldDevice[];
  /** groups first, the 1:1 chat last */
  readonly chats: readonly ChatId[];
  /** Ends all faults, brings everybody back into the groups, sends again what was refused, and waits until nothing moves. */
  heal(): Promise<void>;
  close(): Promise<void>;
}

const handles = ['ana', 'ben', 'eva', 'dan'] as const;

/** Makes the world: four people, five devices, two groups and a 1:1 chat, all of them live. */
export async function createWorld(seed: number): Promise<World> {
  const exact = fakeClock();
  // Clocks of computers tell whole milliseconds, while timers may come due between them.
  const clock: FakeClock = { ...exact, now: () => Math.floor(exact.now()) };
  const random = seededRandom(seed, clock);
  const server = await worldServer(clock);
  const logins = [];
  for (const handle of handles) logins.push(await server.person(handle));
  logins.splice(1, 0, await server.device(logins[0] as never));
  const [, , ben, eva, dan] = logins.map(({ grant }) => grant.account.id);
  const chats: ChatId[] = [];
  for (const [kind, users] of [
    [chatKind.group, [ben, eva, dan]],
    [chatKind.group, [ben, eva]],
    [chatKind.dm, [ben]],
  ] as const) {
    const title = kind === chatKind.group ? { title: 'group' } : {};
    const input = { i: toOpId(random.uuid()), kind, users: users.filter((id) => id !== undefined), ...title };
    const made = await server.ask(logins[0] as never, 'chat.create', input);
    if (!made.ok) throw new Error(`no chat: ${made.code}`);
    chats.push(made.data.chat.h.c);
  }
  const devices = logins.map((login) => worldDevice({ server, clock, random }, login));
  await clock.advance(5_000);
  const world: World = {
    ...{ seed, clock, random, server, devices, chats },
    heal: () => heal(world),
    async close() {
      await Promise.all(devices.map((device) => device.stop()));
      await clock.settle();
      server.crash();
      await server.close();
    },
  };
  return world;
}

async function heal({ clock, server, devices, chats, random }: World): Promise<void> {
  server.plan('works', 0, 0);
  for (const device of devices) {
    device.dieAtCommit(0, 'before');
    device.locks.tellLosers();
    device.network.isUp = true;
    device.network.isHeld = false;
    device.network.release();
  }
  await clock.advance(30_000);
  for (const c of chats.slice(0, -1)) {
    const inside = await server.storage.runUnit(readJoined, c);
    const host = devices.find(({ login }) => inside.includes(Number(login.grant.account.id)));
    const users = [...new Set(devices.map(({ login }) => login.grant.account.id))];
    if (host) await server.ask(host.login, 'chat.invite', { c, users, op: toOpId(random.uuid()) });
  }
  await clock.advance(30_000);
  for (const { tabs, store } of devices)
    for (const { id, state, action } of store.dump('outbox'))
      if (state === 'failed' && action.t === 'send') await tabs[0]?.commands.retryEntry(id);
  await clock.advance(90_000);
}

const readJoined = readUnit(async (tx, c: ChatId): Promise<number[]> => {
  const rows = await tx.sql<{ user_id: number }>('SELECT user_id FROM members WHERE chat_id = ? AND state = ?', [
    c,
    memberState.joined,
  ]);
  return rows.map(({ user_id: id }) => id);
});
