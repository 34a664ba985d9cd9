import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { httpRpc } from '#client/adapters/http/httpRpc.ts';
import { sessionClient } from '#client/adapters/http/sessionClient.ts';
import { groupAddPref } from '#domain/groupAddRules.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toOpId } from '#protocol/casts.ts';
import type { SessionGrant } from '#protocol/session.ts';
import type { Rpc } from '#sync/ports.ts';
import { testPassword } from '#testing/testServer.ts';
import type { DeviceSpec } from '../client/clientSpec.ts';
import { cookieFetch } from '../client/cookieFetch.ts';

interface Person {
  user: UserId;
  rpc: Rpc;
  grants: { grant: SessionGrant; cookie: string }[];
}

/** A chat of the run. `guests` may be removed at any time; the maker is always in. */
interface PlannedChat {
  kind: typeof chatKind.dm | typeof chatKind.group;
  people: number[];
  guests: number;
}

/** Devices without their lines, made on a running server: people with one or two devices each, 1:1 chats and groups of different sizes. */
export type BareDevice = Omit<DeviceSpec, 'origin'>;

/** Makes everybody and every chat. `origin`: of the server itself. Cookies are left in the folder, one file per device. */
export async function createPeople(
  origin: string,
  { folder, clients, float }: { folder: string; clients: number; float: () => number },
): Promise<BareDevice[]> {
  const peopleCount = Math.ceil(clients * 0.65);
  const people: Person[] = [];
  for (let at = 0; at < peopleCount; at += 1)
    people.push(await makePerson(origin, `person${at}`, at < clients - peopleCount ? 2 : 1));
  const devices = people.flatMap(({ user, grants }) =>
    grants.map((one) => ({ user, deviceId: one.grant.deviceId, cookie: one.cookie })),
  );
  const specs = devices.map(({ user, deviceId, cookie }, d): BareDevice => {
    writeFileSync(join(folder, `${d}.cookie`), cookie);
    return { d, user, deviceId, writes: [], reads: [], guests: [] };
  });
  for (const plan of planChats(peopleCount, float)) await makeChat(plan, people, specs);
  return specs;
}

async function makePerson(origin: string, handle: string, devices: number): Promise<Person> {
  const grants: Person['grants'] = [];
  for (let at = 0; at < devices; at += 1) grants.push(await enter(origin, handle, at === 0));
  const [{ grant }] = grants as [Person['grants'][number]];
  const session = {
    userId: grant.account.id,
    deviceId: grant.deviceId,
    token: async () => ({ ok: true as const, data: { token: grant.token, exp: grant.exp } }),
  };
  const log = { debug: () => undefined, warn: () => undefined };
  const fetch = cookieFetch(origin, { read: () => undefined, write: () => undefined });
  const rpc = httpRpc({ fetch, session, log });
  const val = JSON.stringify('everyone');
  const set = await rpc.call('pref.set', { key: groupAddPref, val, op: toOpId(crypto.randomUUID()) });
  if (!set.ok) throw new Error(`${handle} cannot be added: ${set.code}`);
  return { user: grant.account.id, rpc, grants };
}

/** Makes an account, or a further device of one, as a browser would. */
async function enter(origin: string, handle: string, isNew: boolean): Promise<Person['grants'][number]> {
  let cookie = '';
  const fetch = cookieFetch(origin, { read: () => undefined, write: (pair) => void (cookie = pair) });
  const door = sessionClient(fetch, 'test');
  const password = testPassword;
  const answer = await (isNew ? door.signUp({ handle, name: handle, password }) : door.logIn({ handle, password }));
  if (!answer.ok) throw new Error(`${handle} cannot enter: ${answer.code}`);
  return { grant: answer.data, cookie };
}

/** About one chat for two people; most are small, and everybody is in at least one. */
function planChats(people: number, float: () => number): PlannedChat[] {
  const chats: PlannedChat[] = [];
  const choose = (count: number, first: number): number[] => {
    const chosen = new Set([first]);
    while (chosen.size < Math.min(count, people)) chosen.add(Math.floor(float() * people));
    return [...chosen];
  };
  const between = (least: number, most: number): number => least + Math.floor(float() * (most - least + 1));
  for (let at = 0; at < people; at += 2) {
    const kind = float();
    if (kind < 0.4) chats.push({ kind: chatKind.dm, people: [at, (at + 1) % people], guests: 0 });
    else if (kind < 0.85) chats.push({ kind: chatKind.group, people: choose(between(3, 6), at), guests: 1 });
    else chats.push({ kind: chatKind.group, people: choose(between(7, 12), at), guests: 2 });
  }
  // Everybody is in a group, whatever the chance gave; one is larger than the others.
  for (let at = 1; at < people; at += 8)
    chats.push({
      kind: chatKind.group,
      people: Array.from({ length: Math.min(8, people) }, (_, n) => (at + n) % people),
      guests: 1,
    });
  chats.push({ kind: chatKind.group, people: choose(25, 0), guests: 3 });
  return chats;
}

async function makeChat(plan: PlannedChat, people: readonly Person[], specs: BareDevice[]): Promise<void> {
  const users = plan.people.map((at) => (people[at] as Person).user);
  const [maker] = plan.people as [number];
  const made = await (people[maker] as Person).rpc.call('chat.create', {
    i: toOpId(crypto.randomUUID()),
    kind: plan.kind,
    ...(plan.kind === chatKind.group ? { title: `group of ${users.length}` } : {}),
    users: users.slice(1),
  });
  if (!made.ok) throw new Error(`a chat could not be made: ${made.code}`);
  const c: ChatId = made.data.chat.h.c;
  const guests = plan.guests === 0 ? [] : users.slice(-plan.guests);
  for (const spec of specs.filter(({ user }) => users.includes(user))) {
    if (guests.includes(spec.user)) spec.reads.push(c);
    else spec.writes.push({ c, others: users.filter((user) => user !== spec.user && !guests.includes(user)) });
  }
  const keeper = specs.find(({ user }) => user === users[0]);
  if (guests.length > 0) keeper?.guests.push({ c, users: guests });
}
