import { randomBytes, randomUUID } from 'node:crypto';
import { seededRandom, type SeededRandom } from '#base/seededRandom.ts';
import { invariant } from '#base/invariant.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { SentBody, SentKind } from '#protocol/entities/bodies/sentMessage.ts';
import type { ChatId, DeviceId, UserId } from '#protocol/ids.ts';
import { toCid, toDeviceId, toOpId, toUserId } from '#protocol/casts.ts';
import { createPasswords } from '#server/services/accounts/passwords.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { createChat } from '#server/storage/units/chats/createChat.ts';
import type { FoundCard } from '#server/storage/units/links/FoundCard.ts';
import { putCardOn } from '#server/storage/units/links/putCardOn.ts';
import { appendMessages } from '#server/storage/units/messages/appendMessages.ts';
import { flushReads } from '#server/storage/units/messages/flushReads.ts';
import { setReactions } from '#server/storage/units/messages/setReactions.ts';
import { letEverybodyAdd } from '#testing/letEverybodyAdd.ts';

/** A planned chat: two members make a 1:1 chat, more a group. Members are indexes into the people. */
export interface PlannedRoom {
  members: readonly number[];
  messages: number;
  /** How old the oldest message is, hours; 2,400 without it. */
  hours?: number;
  /** Words of the newest message; random ones without it. */
  lastText?: string;
  /** Everybody has read everything; without it the first member has not opened every fifth chat, the others none. */
  isRead?: boolean;
  /** Words of a message by its place, the oldest is 0; random ones without it. */
  textOf?: (place: number, random: SeededRandom) => string;
  /** What a message is that is no text, by its place and sender; undefined: a text. Files of it are written in the same transaction. */
  itemOf?: (tx: Tx, place: number, sender: UserId) => Promise<SeededItem | undefined>;
  /** The card of a link in a message, which is there at once. */
  cardOf?: (tx: Tx, url: string, sender: UserId) => Promise<FoundCard>;
  /** Every so manieth message gets a reaction of the first member. */
  reactEvery?: number;
}

/** A message of another kind than text. */
export interface SeededItem {
  k: SentKind;
  b: SentBody;
}

/** Somebody with an account, one device and one session. */
export interface SeededPerson {
  userId: UserId;
  handle: string;
  deviceId: DeviceId;
  sessionId: string;
}

export interface SeededWorld {
  people: SeededPerson[];
  /** In the order of the plan. */
  chats: ChatId[];
}

/** Everybody's password. */
export const benchPassword = 'correct horse battery';

const hourMs = 3_600_000;
const emojis = ['👍', '❤️', '😂', '🎉'];
const reactionsAtOnce = 50;
const words =
  'see you later at the station with bread and rice because rain came early while nobody was looking for the blue umbrella near our old house'.split(
    ' ',
  );

/** A text of 3 to 22 words: about 70 characters, as messages are. */
export function makeText(random: SeededRandom): string {
  return Array.from({ length: 3 + random.below(20) }, () => random.pick(words)).join(' ');
}

/** Writes accounts, chats and messages into a new database file, through the units of work that serve people. The oldest message is 100 days old, unless the plan says otherwise. */
export async function seedWorld(
  path: string,
  plan: { people: number; rooms: readonly PlannedRoom[] },
  now = Date.now(),
): Promise<SeededWorld> {
  const storage = await openSqliteLocal(path, { now: () => now });
  const random = seededRandom(2_026);
  const password = await createPasswords({ memoryKiB: 8, passes: 1 }).hash(benchPassword);
  const people = await Promise.all(
    Array.from({ length: plan.people }, (_, index) => seedPerson(storage, index, password, now)),
  );
  const chats = await Promise.all(
    plan.rooms.map((room, index) => {
      const seeding = writeUnit((tx: Tx) => seedRoom(tx, { room, index, people, random }));
      return storage.runUnit(seeding, undefined);
    }),
  );
  await storage.close();
  return { people, chats };
}

async function seedPerson(storage: LocalStorage, index: number, password: string, now: number): Promise<SeededPerson> {
  const person = {
    userId: toUserId(1_000_000 + index),
    handle: `person_${index}`,
    deviceId: toDeviceId(randomUUID()),
    sessionId: randomUUID(),
  };
  const { userId, handle, deviceId, sessionId } = person;
  const session = {
    deviceId,
    sessionId,
    deviceName: 'Bench',
    userAgent: null,
    refreshHash: randomBytes(32),
    expiresAt: now + 24 * hourMs,
  };
  await storage.run('createAccount', { userId, handle, name: `Person ${index}`, password, session });
  await storage.runUnit(letEverybodyAdd, userId);
  return person;
}

interface RoomParts {
  room: PlannedRoom;
  index: number;
  people: readonly SeededPerson[];
  random: SeededRandom;
}

async function seedRoom(tx: Tx, { room, index, people, random }: RoomParts): Promise<ChatId> {
  const members = room.members.map((member) => (people[member] as SeededPerson).userId);
  const [creator, ...others] = members;
  invariant(creator !== undefined, 'a room has members');
  const isDm = members.length === 2;
  const kind = isDm ? { kind: chatKind.dm } : { kind: chatKind.group, title: `Group ${index}` };
  // Rooms end at different times, so that the list has an order.
  const end = tx.now - 60_000 * (index + 1);
  const start = end - (room.hours ?? 2_400) * hourMs + index * hourMs;
  const opening = { user: creator, i: toOpId(randomUUID()), users: others, ...kind };
  const { result } = await createChat.run({ ...tx, now: start }, opening);
  const c = result.chat.h.c;
  let last = 0;
  const reacted: number[] = [];
  for (let done = 0; done < room.messages;) {
    const count = Math.min(room.messages - done, 1 + random.below(5));
    done += count;
    const lastText = done === room.messages ? room.lastText : undefined;
    const textAt = (place: number): string => room.textOf?.(place, random) ?? makeText(random);
    const texts = Array.from({ length: count }, (_, place) => ({
      i: toCid(randomUUID()),
      k: 1,
      b: { x: (place === count - 1 ? lastText : undefined) ?? textAt(done - count + place) } as SentBody,
    }));
    const at = Math.round(start + ((end - start) * done) / room.messages);
    const sender = random.pick(members);
    const items = room.itemOf
      ? await withKinds({ ...tx, now: at }, { room, sender, from: done - count }, texts)
      : texts;
    const requests = [{ userId: sender, items }];
    const { answers } = await appendMessages.run({ ...tx, now: at }, { c, requests });
    if (room.cardOf) await hangCards({ ...tx, now: at }, room.cardOf, { c, sender });
    const answer = answers[0]?.at(-1);
    invariant(answer && 's' in answer, 'a member may write');
    last = answer.s;
    const { reactEvery } = room;
    if (reactEvery && Math.floor(done / reactEvery) > Math.floor((done - count) / reactEvery)) reacted.push(last);
  }
  for (let from = 0; from < reacted.length; from += reactionsAtOnce) {
    const seqs = reacted.slice(from, from + reactionsAtOnce);
    const items = seqs.map((s) => ({ userId: creator, s, e: random.pick(emojis), op: toOpId(randomUUID()) }));
    await setReactions.run(tx, { c, items });
  }
  const readers = room.isRead ? members : index % 5 > 0 ? [creator] : [];
  const marks = readers.map((userId) => ({ c, userId, s: last }));
  if (last > 0) await flushReads.run(tx, marks);
  return c;
}

/** Some of the texts are something else instead. */
async function withKinds<Item extends { k: number; b: SentBody }>(
  tx: Tx,
  { room, sender, from }: { room: PlannedRoom; sender: UserId; from: number },
  texts: readonly Item[],
): Promise<Item[]> {
  const items: Item[] = [];
  for (const [place, text] of texts.entries()) {
    const other = await room.itemOf?.(tx, from + place, sender);
    items.push(other ? { ...text, ...other } : text);
  }
  return items;
}

/** What waits for a card in this chat gets one. */
async function hangCards(
  tx: Tx,
  cardOf: NonNullable<PlannedRoom['cardOf']>,
  { c, sender }: { c: ChatId; sender: UserId },
): Promise<void> {
  const jobs = await tx.sql<{ seq: number; url: string }>('SELECT seq, url FROM link_jobs WHERE chat_id = ?', [c]);
  for (const { seq, url } of jobs) await putCardOn.run(tx, { c, s: seq, url, card: await cardOf(tx, url, sender) });
}
