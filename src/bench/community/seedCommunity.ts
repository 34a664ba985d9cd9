import { randomBytes, randomUUID } from 'node:crypto';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toCid, toDeviceId, toOpId, toUserId } from '#protocol/casts.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { createPasswords } from '#server/services/accounts/passwords.ts';
import { benchPassword, type SeededPerson } from '#bench/shared/seedWorld.ts';
import { letEverybodyAdd } from '#testing/letEverybodyAdd.ts';

/** People, and the community or group all of them are in (or, with `joined: 1`, only the first). */
export interface SeededPlace {
  people: SeededPerson[];
  c: ChatId;
}

const dayMs = 24 * 3_600_000;
/** Rows of one transaction. */
const slice = 250;

/**
 * Writes accounts, one community (or group) and, if wanted, messages of many members into a new database file, through the units of work that serve people.
 * The first person, who founded it, has read them.
 */
export async function seedCommunity(
  path: string,
  plan: { people: number; joined: number; kind: 'community' | 'group'; messages?: number },
): Promise<SeededPlace> {
  const now = Date.now() - dayMs;
  const storage = await openSqliteLocal(path, { now: () => now });
  const password = await createPasswords({ memoryKiB: 8, passes: 1 }).hash(benchPassword);
  const people = await inSlices(plan.people, (index) => seedPerson(storage, index, { now, password }));
  const [owner, ...others] = people as [SeededPerson, ...SeededPerson[]];
  const op = () => toOpId(randomUUID());
  let c: ChatId;
  if (plan.kind === 'group') {
    const users = others.slice(0, plan.joined - 1).map(({ userId }) => userId);
    const input = { user: owner.userId, i: op(), kind: chatKind.group, title: 'Group', users };
    c = (await storage.run('createChat', input)).result.chat.h.c;
  } else {
    const set = { join: joinMode.open, listed: 1 as const };
    const input = { user: owner.userId, op: op(), title: 'Community', nn: 'Owner', set };
    c = (await storage.run('createCommunity', input)).result.chat.h.c;
    await inSlices(plan.joined - 1, (index) => {
      const { userId } = others[index] as SeededPerson;
      return storage.run('joinCommunity', { c, user: userId, nn: `Member ${index}`, op: op() });
    });
  }
  let newest = 0;
  await inSlices(plan.messages ?? 0, async (index) => {
    const { userId } = people[(index * 7) % plan.joined] as SeededPerson;
    const items = [{ i: toCid(randomUUID()), k: 1, b: { x: placeText(index) } }];
    const { answers } = await storage.run('appendMessages', { c, requests: [{ userId, items }] });
    const [answer] = answers[0] ?? [];
    if (answer && 's' in answer) newest = Math.max(newest, answer.s);
  });
  if (newest > 0) await storage.run('flushReads', [{ c, userId: owner.userId, s: newest }]);
  await storage.close();
  return { people, c };
}

/** Words of a written message by its place, the oldest is 0. */
export const placeText = (index: number): string => `Message ${index} of somebody among five thousand.`;

async function inSlices<Out>(count: number, work: (index: number) => Promise<Out>): Promise<Out[]> {
  const done: Out[] = [];
  for (let from = 0; from < count; from += slice) {
    const part = Array.from({ length: Math.min(slice, count - from) }, (_, index) => work(from + index));
    done.push(...(await Promise.all(part)));
  }
  return done;
}

async function seedPerson(
  storage: LocalStorage,
  index: number,
  { now, password }: { now: number; password: string },
): Promise<SeededPerson> {
  const person = {
    userId: toUserId(1_000_000 + index),
    handle: `person_${index}`,
    deviceId: toDeviceId(randomUUID()),
    sessionId: randomUUID(),
  };
  const { userId, handle, deviceId, sessionId } = person;
  const session = {
    ...{ deviceId, sessionId, deviceName: 'Bench', userAgent: null, refreshHash: randomBytes(32) },
    expiresAt: now + 30 * dayMs,
  };
  await storage.run('createAccount', { userId, handle, name: `Person ${index}`, password, session });
  await storage.runUnit(letEverybodyAdd, userId);
  return person;
}
