import { createHash } from 'node:crypto';
import { invariant } from '#base/invariant.ts';
import { seededRandom } from '#base/seededRandom.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import type { UserId } from '#protocol/ids.ts';
import { toDeviceId, toOpId } from '#protocol/casts.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { demoIds, type DemoIds } from './demoIds.ts';
import { demoPeople, type DemoPerson } from './demoPeople.ts';
import type { DemoPlan } from './demoPlan.ts';
import { seedChat, type DemoWorld } from './seedChat.ts';
import type { DemoFiles, DemoWishes, WantedFile, WantedPicture } from './storeDemoFiles.ts';

/** `now`: server clock at the end of the story, ms. `store`: stores the files that are sent; without it only their words are. */
export interface SeedOptions {
  readonly seed: number;
  readonly now: number;
  readonly store?: (wishes: DemoWishes, users: readonly UserId[]) => Promise<DemoFiles>;
}

/**
 * Writes a planned world through the same units of work that serve people, each at its own time and with ids from the seed, one transaction per chat. Answers the accounts in the order of the plan.
 */
export async function seedDemo(storage: LocalStorage, plan: DemoPlan, options: SeedOptions): Promise<UserId[]> {
  const ids = demoIds(seededRandom(options.seed));
  const users: UserId[] = [];
  for (const person of plan.people) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, and the order is part of the seed
    users.push(await seedPerson(storage, ids, person, options.now));
  }
  await seedFriends(storage, ids, users);
  const files = await options.store?.(
    { wanted: listFiles(plan, users), pictures: listPictures(plan, users), ids },
    users,
  );
  const handles = new Map(plan.people.map(({ handle }, index) => [handle, users[index] as UserId]));
  const world: DemoWorld = { users, handles, files, told: new Map(), now: options.now };
  for (const chat of plan.chats) {
    const seeded = writeUnit((tx: Tx) => seedChat({ ...tx, ids }, chat, world));
    // oxlint-disable-next-line no-await-in-loop
    await storage.runUnit(seeded, undefined);
  }
  return users;
}

/** Every file with everybody who sends it, or whose link shows it. */
function listFiles(plan: DemoPlan, users: readonly UserId[]): WantedFile[] {
  return plan.chats.flatMap(({ messages }) =>
    messages.flatMap(({ sender, files = [], line }) =>
      [...files, ...(line?.page?.p === undefined ? [] : [line.page.p])].map((name) => ({
        owner: users[sender] as UserId,
        name,
      })),
    ),
  );
}

/** The pictures of chats, by who made them. */
const listPictures = (plan: DemoPlan, users: readonly UserId[]): WantedPicture[] =>
  plan.chats.flatMap(({ scene, members }) =>
    scene === undefined ? [] : [{ owner: users[members[0] ?? 0] as UserId, scene }],
  );

async function seedPerson(storage: LocalStorage, ids: DemoIds, person: DemoPerson, now: number): Promise<UserId> {
  const userId = ids.userId();
  const sessionId = ids.uuid();
  const session = {
    deviceId: toDeviceId(ids.uuid()),
    deviceName: 'Demo',
    userAgent: null,
    sessionId,
    refreshHash: createHash('sha256').update(sessionId).digest(),
    expiresAt: now,
  };
  await storage.run('createAccount', { userId, handle: person.handle, name: person.name, password: null, session });
  if (person.status !== undefined || person.av !== undefined)
    await storage.run('updateAccount', { userId, op: toOpId(ids.uuid()), status: person.status, avatar: person.av });
  return userId;
}

/** The first person is friends with all named people but two, who have added them instead; the others know their neighbours in the list. */
async function seedFriends(storage: LocalStorage, ids: DemoIds, users: readonly UserId[]): Promise<void> {
  const named = users.slice(0, demoPeople.length);
  const befriend = (from: number, to: number) => {
    const [userId, peerId] = [named[from], named[to]];
    invariant(userId && peerId, 'both are in the plan');
    return storage.run('setContact', { userId, peerId, state: contactState.friend, op: toOpId(ids.uuid()) });
  };
  const last = named.length - 1;
  for (let person = 1; person <= last; person += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await (person >= last - 1 ? befriend(person, 0) : befriend(0, person));
    // oxlint-disable-next-line no-await-in-loop
    await befriend(person, person === last ? 1 : person + 1);
  }
}
