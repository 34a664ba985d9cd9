import { contactState } from '#protocol/entities/contactState.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import { toCid, toMemberId, toOpId } from '#protocol/casts.ts';
import type { Random } from '#sync/ports.ts';
import { seededRandom } from '#testing/fakeTab.ts';
import { dumpChat } from '#testing/contracts/storageDump.ts';
import { checkLive } from './checkLive.ts';
import type { World } from './createWorld.ts';
import type { WorldDevice } from './worldDevice.ts';
import type { WorldLogin } from './worldServer.ts';

/** What is written here, past every device. */
export const liveText = 'live';
const rounds = 3;
/** Within this time a change is with everybody who is connected, ms: less than any look that finds what was lost. */
const promptMs = 1_500;
/** Within this time a head is with everybody who does not show the community, and with who has silenced it, ms: a digest's time after the change was told, and its way. */
const headMs = promptMs + 3_500;
const quietMs = promptMs + 15_500;
const peaceMs = 60_000;

interface Rounds {
  readonly world: World;
  chance(): number;
  pick<T>(list: readonly T[]): T;
  readonly random: Random;
}

/**
 * Who is connected gets every change at once, also one that is made in the moment in which he connects: people write and change their settings while lines
 * break or are full, a device comes back, a process starts anew and the database is slow; and nobody waits for a later look to bring what the live path lost.
 * Call it in peace.
 */
export async function tryLive(world: World): Promise<void> {
  const { server, clock, devices } = world;
  const random = seededRandom(world.seed ^ 0x5bd1e995, clock);
  const chance = (): number => random.float();
  const it: Rounds = { world, random, chance, pick: (list) => list[Math.floor(chance() * list.length)] as never };
  for (let round = 0; round < rounds; round += 1) {
    const away = it.pick(devices);
    await disturb(it, away);
    await write(it, away, it.pick([0, 3, 10]));
    for (const { network } of devices) {
      // What was meant for a full line is lost; what follows comes late, and together.
      if (network.isFull) Object.assign(network, { isFull: false, isDeaf: true });
    }
    comeBack(away);
    await write(it, away, it.pick([1, 3, 10]));
    for (const { network } of devices) {
      network.isDeaf = false;
      network.release();
    }
    await write(it, away, it.pick([0, 2]));
    await clock.advance(1_000);
    server.slowDatabase(0);
    server.bus.delayMs = 0;
    await clock.advance(promptMs);
    await checkLive(world, ['changes']);
    await clock.advance(headMs - promptMs);
    await checkLive(world, ['changes', 'heads']);
  }
  await clock.advance(quietMs - headMs);
  await checkLive(world, ['changes', 'heads', 'quiet heads']);
  await clock.advance(peaceMs - quietMs);
}

/** One device goes away; some lines break, some take nothing any more; a process may start anew. */
async function disturb({ world: { server, devices, clock }, chance, pick }: Rounds, away: WorldDevice): Promise<void> {
  away.network.isUp = false;
  away.network.cut(false);
  server.slowDatabase(pick([10, 80, 300]));
  if (chance() < 0.6) server.crash(chance(), 0);
  // Longer than a node waits before it looks for itself.
  server.bus.delayMs = chance() < 0.5 ? 400 : 0;
  for (const { network } of devices) {
    if (chance() < 0.3) network.cut(false);
    network.isFull = chance() < 0.3;
  }
  await clock.advance(chance() * 1_000);
}

function comeBack({ network, tabs }: WorldDevice): void {
  network.isUp = true;
  network.release();
  for (const { surroundings } of tabs) surroundings.emit('online');
}

/** People write, most of all in one chat and the person of `away`, and change what is theirs. */
async function write({ world, chance, pick, random }: Rounds, away: WorldDevice, count: number): Promise<void> {
  const { server, clock, chats, devices, community } = world;
  const mids = (await dumpChat(server.storage, community)).members.map(({ mid }) => toMemberId(mid));
  const busy = pick(chats);
  // At one time, or one after the other.
  const paceMs = pick([0, 40, 250]);
  for (let done = 0; done < count; done += 1) {
    await clock.advance(chance() * paceMs);
    const login: WorldLogin = chance() < 0.4 ? away.login : pick(devices).login;
    const c: ChatId = chance() < 0.6 ? busy : pick(chats);
    const draw = chance();
    if (draw < 0.7) {
      const at = c === community && chance() < 0.3 ? { at: [[0, 1, pick(mids)] as [number, number, MemberId]] } : {};
      const items = [{ i: toCid(random.uuid()), k: 1 as const, b: { x: liveText, ...at } }];
      void server.ask(login, 'message.send', { c, items });
    } else if (draw < 0.85) {
      void server.ask(login, 'chat.set', { c, notify: Math.floor(chance() * 3), op: toOpId(random.uuid()) });
    } else {
      const { user } = pick(devices).login;
      const state = pick([contactState.friend, contactState.hidden]);
      if (user !== login.user) void server.ask(login, 'contact.set', { user, state, op: toOpId(random.uuid()) });
    }
  }
}
