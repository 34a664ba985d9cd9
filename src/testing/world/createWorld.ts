import { chatKind } from '#protocol/entities/chatKind.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toOpId } from '#protocol/casts.ts';
import type { Random } from '#sync/ports.ts';
import { readUnit } from '#server/storage/unit.ts';
import { fakeClock, type FakeClock } from '#testing/fakeClock.ts';
import { seededRandom } from '#testing/fakeTab.ts';
import { listLog, type ListLog } from './listLog.ts';
import { positionLog, type PositionLog } from './positionLog.ts';
import { revLog, type RevLog } from './revLog.ts';
import { sightLog, type SightLog } from './sightLog.ts';
import { spanLog, type SpanLog } from './spanLog.ts';
import { worldDevice, type WorldDevice } from './worldDevice.ts';
import { restartIds } from './worldIds.ts';
import { noWishes, type Wishes } from './wishes.ts';
import { worldServer, type WorldLogin, type WorldServer } from './worldServer.ts';
import { worldShape } from './worldShape.ts';

/**
 * A small world under the hand of a test: the product's services and live part in one to three processes on one SQLite in memory, and the product's engines
 * in several browsers with several tabs. Time, network and faults move only when the test says so, and all chance comes from the seed.
 */
export interface World {
  readonly seed: number;
  /** Its people send files, write for later, keep, hide, and ask everybody: see {@link richFrom}. */
  readonly isRich: boolean;
  /** They have threads, a room, notes and albums: see {@link threadsFrom}. */
  readonly hasThreads: boolean;
  /** Who goes is soon back: see {@link restlessFrom}. */
  readonly isRestless: boolean;
  readonly wishes: Wishes;
  readonly clock: FakeClock;
  readonly server: WorldServer;
  /** the first two belong to one person */
  readonly devices: readonly WorldDevice[];
  /** groups first, then the community, the 1:1 chat of the first two people last */
  readonly chats: readonly ChatId[];
  readonly groups: readonly ChatId[];
  readonly community: ChatId;
  /** of the community; absent in a world without threads */
  readonly room?: ChatId;
  readonly positions: PositionLog;
  readonly revs: RevLog;
  readonly spans: SpanLog;
  readonly lists: ListLog;
  /** who could see which thread when; absent in a world without threads */
  readonly sights?: SightLog;
  /** All clocks go forward by two days, as if everybody had slept. Only so often that nothing grows a week old. */
  nextDays(): void;
  /** Ends all faults, brings everybody back into groups and community, sends again what was refused, and waits until nothing moves. */
  heal(): Promise<void>;
  close(): Promise<void>;
}

/** Stories of seeds from here on tell of everything that people do with a message; earlier seeds are known by what they found. */
export const richFrom = 50_000;
/** Stories of seeds from here on tell, beside all that, of threads, a room of the community, notes and albums. */
export const threadsFrom = 90_000;
/** Stories of seeds from here on are as those before {@link richFrom}, and full of people who are thrown out and brought back before everybody knows. */
export const restlessFrom = 200_000;

const dayMs = 86_400_000;
const daysMax = 6;
const handles = ['ana', 'ben', 'eva', 'dan', 'kim', 'lea'] as const;

/** Makes the world: three to six people, two groups, a community and a 1:1 chat, all devices live. */
export async function createWorld(seed: number): Promise<World> {
  restartIds();
  const exact = fakeClock();
  // Clocks of computers tell whole milliseconds, while timers may come due between them.
  const slept = { days: 0 };
  const clock: FakeClock = { ...exact, now: () => Math.floor(exact.now()) + slept.days * dayMs };
  const random = seededRandom(seed, clock);
  const shape = worldShape(random);
  const isRestless = seed >= restlessFrom;
  const isRich = seed >= richFrom && !isRestless;
  const hasThreads = seed >= threadsFrom && !isRestless;
  const server = await worldServer(clock, random, { nodes: shape.nodes, isRich });
  const revs = await revLog(server.storage);
  const spans = await spanLog(server.storage);
  const lists = await listLog(server.storage);
  const sights = hasThreads ? await sightLog(server.storage) : undefined;
  const devices: WorldDevice[] = [];
  const people: WorldLogin[] = [];
  const chance = (): Random => seededRandom(random.float() * 2 ** 32, clock);
  for (const [at, tabs] of shape.people.entries()) {
    const first = await server.person(handles[at] as string);
    people.push(first);
    for (const [index, count] of tabs.entries()) {
      const device = worldDevice(
        { server, clock, chance, hasFiles: isRich },
        index === 0 ? first : await server.device(first),
      );
      for (let opened = 0; opened < count; opened += 1) device.openTab();
      devices.push(device);
    }
  }
  const { groups, dm } = await makeChats(server, people, random);
  const community = await makeCommunity(server, people, random);
  const room = hasThreads ? await makeRoom(server, people[0] as WorldLogin, community, random) : undefined;
  await clock.advance(5_000);
  const world: World = {
    ...{ seed, isRich, hasThreads, isRestless, wishes: noWishes(), clock, server, devices, revs, spans, lists },
    ...(room === undefined ? {} : { room }),
    ...(sights ? { sights } : {}),
    positions: positionLog(server.storage),
    ...{ groups, community, chats: [...groups, community, dm] },
    nextDays: () => void (slept.days = Math.min(daysMax, slept.days + 2)),
    heal: () => heal(world, random),
    async close() {
      await Promise.all(devices.map((device) => device.stop()));
      await clock.settle();
      await server.close();
    },
  };
  return world;
}

async function makeChats(server: WorldServer, people: readonly WorldLogin[], random: Random) {
  const [host, ...others] = people as [WorldLogin, ...WorldLogin[]];
  const users = others.map(({ user }) => user);
  const chats: ChatId[] = [];
  for (const [kind, guests] of [
    [chatKind.group, users],
    [chatKind.group, users.slice(0, 2)],
    [chatKind.dm, users.slice(0, 1)],
  ] as const) {
    const title = kind === chatKind.group ? { title: 'group' } : {};
    const made = await server.ask(host, 'chat.create', { i: toOpId(random.uuid()), kind, users: guests, ...title });
    if (!made.ok) throw new Error(`no chat: ${made.code}`);
    chats.push(made.data.chat.h.c);
  }
  return { groups: chats.slice(0, -1), dm: chats.at(-1) as ChatId };
}

/** A community of which a newcomer sees nothing old, or what is of yesterday and today; some people come in only later. */
async function makeCommunity(server: WorldServer, people: readonly WorldLogin[], random: Random): Promise<ChatId> {
  const [host, ...others] = people as [WorldLogin, ...WorldLogin[]];
  const own = { title: 'community', nn: host.handle, hist: random.float() < 0.4 ? 0 : 1, set: { join: joinMode.open } };
  const made = await server.ask(host, 'community.create', { op: toOpId(random.uuid()), ...own });
  if (!made.ok) throw new Error(`no community: ${made.code}`);
  const { c } = made.data.chat.h;
  for (const person of others) if (random.float() < 0.8) await joinCommunity(server, person, c, random);
  return c;
}

async function makeRoom(server: WorldServer, host: WorldLogin, c: ChatId, random: Random): Promise<ChatId> {
  const made = await server.ask(host, 'room.create', { c, title: 'room', op: toOpId(random.uuid()) });
  if (!made.ok) throw new Error(`no room: ${made.code}`);
  return made.data.room;
}

/** Comes in under the name of the account, which nobody else bears. */
async function joinCommunity(server: WorldServer, person: WorldLogin, c: ChatId, random: Random): Promise<void> {
  const joined = await server.ask(person, 'community.join', { c, nn: person.handle, op: toOpId(random.uuid()) });
  if (!joined.ok) throw new Error(`${person.handle} cannot join: ${joined.code}`);
}

/** Longer than the latest time of a scheduled message, and the time after which one that was taken is taken up again, ms. */
const laterMs = 180_000;

/** Within this time everybody has heard of a change, also who has silenced the community, ms. */
const toldMs = 20_000;

async function heal(
  { clock, server, devices, groups, community, wishes, isRich, hasThreads }: World,
  random: Random,
): Promise<void> {
  server.heal();
  for (const device of devices) {
    device.planCommit(0, 'refuses');
    for (const tab of device.tabs) tab.thaw();
    device.locks.tellLosers();
    Object.assign(device.network, { isUp: true, isHeld: false, isDeaf: false, isFull: false, repeats: 0 });
    device.network.release();
    if (device.uploads) device.uploads.speed = 1_000;
  }
  await clock.advance(30_000);
  for (const c of groups) {
    const inside = await server.storage.runUnit(readJoined, c);
    const host = devices.find(({ login }) => inside.includes(Number(login.user)));
    // One by one: who has blocked the host cannot be brought back, the others can.
    for (const user of new Set(devices.map(({ login }) => login.user)))
      if (host) await server.ask(host.login, 'chat.invite', { c, users: [user], op: toOpId(random.uuid()) });
  }
  const inside = await server.storage.runUnit(readJoined, community);
  for (const login of new Map(devices.map((device) => [device.login.user, device.login])).values())
    if (!inside.includes(Number(login.user))) await joinCommunity(server, login, community, random);
  await clock.advance(30_000);
  for (const { tabs, store } of devices)
    for (const { id, paused } of store.dump('uploads'))
      if (paused) await tabs[0]?.commands.changeUpload({ id, to: 'resume' });
  if (isRich) await clock.advance(10_000);
  await sendAgain(devices);
  if (isRich) {
    // What was refused for another reason may come too late for its time.
    await clock.advance(10_000);
    await sendAgain(devices);
  }
  // A device that nobody looks at tries to connect every two minutes, and what it sends then has to reach the others.
  await clock.advance(60_000 + toldMs);
  // What was scheduled has its time, and what a dying process had taken is taken up again.
  if (wishes.later.size > 0) await clock.advance(laterMs);
  if (!hasThreads) return;
  // The messages of threads whose time is over say so.
  await server.endThreads();
  await clock.advance(toldMs);
}

/** People press "send again" wherever they can. */
async function sendAgain(devices: readonly WorldDevice[]): Promise<void> {
  for (const { tabs, store } of devices)
    for (const { id, state, action } of store.dump('outbox'))
      if (state === 'failed' && (action.t === 'send' || action.t === 'schedule'))
        await tabs[0]?.commands.retryEntry(id);
}

const readJoined = readUnit(async (tx, c: ChatId): Promise<number[]> => {
  const rows = await tx.sql<{ user_id: number }>('SELECT user_id FROM members WHERE chat_id = ? AND state = ?', [
    c,
    memberState.joined,
  ]);
  return rows.map(({ user_id: id }) => id);
});
