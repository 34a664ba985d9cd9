import { createHash } from 'node:crypto';
import { invariant } from '#base/invariant.ts';
import { seededRandom } from '#base/seededRandom.ts';
import { groupAddPref } from '#domain/groupAddRules.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toCid, toDeviceId, toOpId } from '#protocol/casts.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { createChat } from '#server/storage/units/chats/createChat.ts';
import { appendMessages } from '#server/storage/units/messages/appendMessages.ts';
import { editMessage } from '#server/storage/units/messages/editMessage.ts';
import { flushReads } from '#server/storage/units/messages/flushReads.ts';
import { setReactions } from '#server/storage/units/messages/setReactions.ts';
import { unsendMessage } from '#server/storage/units/messages/unsendMessage.ts';
import { demoIds, type DemoIds } from './demoIds.ts';
import { demoPeople, type DemoPerson } from './demoPeople.ts';
import type { DemoPlan, PlannedChat, PlannedMessage } from './demoPlan.ts';

/**
 * Writes a planned world through the same units of work that serve people, each at its own time and with ids from the seed, one transaction per chat. `now`:
 * server clock at the end of the story, ms. Answers the accounts in the order of the plan.
 */
export async function seedDemo(
  storage: LocalStorage,
  plan: DemoPlan,
  options: { seed: number; now: number },
): Promise<UserId[]> {
  const ids = demoIds(seededRandom(options.seed));
  const users: UserId[] = [];
  for (const person of plan.people) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, and the order is part of the seed
    users.push(await seedPerson(storage, ids, person, options.now));
  }
  await seedFriends(storage, ids, users);
  for (const chat of plan.chats) {
    const seeded = writeUnit((tx: Tx) => seedChat({ ...tx, ids }, chat, users, options.now));
    // oxlint-disable-next-line no-await-in-loop
    await storage.runUnit(seeded, undefined);
  }
  return users;
}

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

async function seedChat(tx: Tx, chat: PlannedChat, users: readonly UserId[], now: number): Promise<void> {
  const members = chat.members.map((member) => users[member] as UserId);
  const [creator, ...others] = members;
  const oldest = chat.messages[0]?.ago ?? 0;
  invariant(creator, 'a chat has members');
  const opening = {
    user: creator,
    i: toOpId(tx.ids.uuid()),
    kind: chat.kind === 'dm' ? chatKind.dm : chatKind.group,
    title: chat.title,
    users: others,
  };
  // Everybody of the story has agreed to be in; their settings stay as they are for new people.
  await letAdd(tx, others);
  const { result } = await createChat.run({ ...tx, now: now - oldest - 60_000 }, opening);
  await tx.sql('DELETE FROM user_prefs WHERE key = ?', [groupAddPref]);
  const c = result.chat.h.c;
  const seqs: number[] = [];
  for (const message of chat.messages) {
    // oxlint-disable-next-line no-await-in-loop -- in order of time
    seqs.push(await seedMessage(tx, c, message, users, now));
  }
  const marks = chat.members.flatMap((member) => {
    // Who wrote something had seen what stood above it.
    const lastOwn = chat.messages.findLastIndex(({ sender }) => sender === member);
    const read = seqs[Math.max(lastOwn, seqs.length - 1 - (chat.unread.get(member) ?? 0))];
    return read === undefined ? [] : [{ c, userId: users[member] as UserId, s: read }];
  });
  await flushReads.run({ ...tx, now }, marks);
}

async function letAdd(tx: Tx, users: readonly UserId[]): Promise<void> {
  const val = JSON.stringify('everyone');
  for (const user of users) {
    await tx.sql('INSERT INTO user_prefs (user_id, key, val, urev) VALUES (?, ?, ?, 0)', [user, groupAddPref, val]);
  }
}

async function seedMessage(
  tx: Tx,
  c: ChatId,
  message: PlannedMessage,
  users: readonly UserId[],
  now: number,
): Promise<number> {
  const userId = users[message.sender] as UserId;
  const at = now - message.ago;
  const item = { i: toCid(tx.ids.uuid()), k: 1, b: { x: message.text } };
  const { answers } = await appendMessages.run({ ...tx, now: at }, { c, requests: [{ userId, items: [item] }] });
  const answer = answers[0]?.[0];
  invariant(answer && 's' in answer, 'a member may write');
  const s = answer.s;
  const later = { ...tx, now: Math.min(now, at + 30_000) };
  if (message.reactions.length > 0) {
    const items = message.reactions.map(({ person, emoji }) => ({
      userId: users[person] as UserId,
      s,
      e: emoji,
      op: toOpId(tx.ids.uuid()),
    }));
    await setReactions.run(later, { c, items });
  }
  if (message.edited !== undefined)
    await editMessage.run(later, { c, userId, s, b: { x: message.edited }, op: toOpId(tx.ids.uuid()) });
  if (message.unsent) await unsendMessage.run(later, { c, userId, s, op: toOpId(tx.ids.uuid()) });
  return s;
}
