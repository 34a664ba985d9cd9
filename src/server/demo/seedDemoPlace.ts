import { invariant } from '#base/invariant.ts';
import { seededRandom, type SeededRandom } from '#base/seededRandom.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toCid, toOpId } from '#protocol/casts.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { createCommunity } from '#server/storage/units/communities/createCommunity.ts';
import { joinCommunity } from '#server/storage/units/communities/joinCommunity.ts';
import { appendMessages } from '#server/storage/units/messages/appendMessages.ts';
import { createRoom } from '#server/storage/units/rooms/createRoom.ts';
import { setReactions } from '#server/storage/units/messages/setReactions.ts';
import { demoIds, type DemoIds } from './demoIds.ts';
import { demoMemberName } from './demoMemberName.ts';
import { demoPeople, type DemoLanguage } from './demoPeople.ts';
import { demoReactions, demoTexts } from './demoTexts.ts';

const dayMs = 86_400_000;

/** How large the demo's community is. The first person of the demo came into it 30 days ago. */
export interface DemoPlaceSize {
  members: number;
  days: number;
  messagesPerDay: number;
}
/** What `npm run demo` shows. */
export const demoPlaceSize: DemoPlaceSize = { members: 5_000, days: 200, messagesPerDay: 60 };

/** Somebody of the community. */
interface Member {
  userId: UserId;
  language: DemoLanguage;
}
/** The community while it is being written. */
interface Story {
  random: SeededRandom;
  ids: DemoIds;
  users: readonly UserId[];
  size: DemoPlaceSize;
  now: number;
  members: Member[];
  /** for announcements, then those where everybody writes */
  rooms: ChatId[];
}

/** The viewer of the demo comes so many days before its end. */
const viewerDays = 30;
const languages: readonly DemoLanguage[] = ['id', 'en', 'ja', 'ko', 'zh-TW'];
/** Who writes: a few hundred people of thousands. */
const regulars = 300;

/**
 * Writes a community day by day, its joins and its messages, through the same units of work that serve people; its strangers have accounts without a password.
 * `users`: the people of the demo, `now`: server clock at the end of the story, ms.
 */
export async function seedDemoPlace(
  storage: LocalStorage,
  users: readonly UserId[],
  { seed, now, size = demoPlaceSize }: { seed: number; now: number; size?: DemoPlaceSize },
): Promise<ChatId> {
  const random = seededRandom(seed + 1);
  const story: Story = { random, ids: demoIds(random), users, size, now, members: [], rooms: [] };
  let c: ChatId | undefined;
  for (let day = size.days; day >= 0; day -= 1) {
    const told = writeUnit(async (tx: Tx) => tellDay({ ...tx, ids: story.ids }, story, day, c));
    // oxlint-disable-next-line no-await-in-loop -- one day after the other
    c = await storage.runUnit(told, undefined);
  }
  invariant(c !== undefined, 'the community was founded on the first day');
  return c;
}

async function tellDay(tx: Tx, story: Story, day: number, known: ChatId | undefined): Promise<ChatId> {
  const { size, now, users, members } = story;
  const at = now - day * dayMs - dayMs / 2;
  const c = known ?? (await found({ ...tx, now: at }, story));
  const due = Math.round((size.members * (size.days - day + 1)) / (size.days + 1));
  const isViewerDay = day === Math.min(viewerDays, size.days - 1);
  if (isViewerDay) await join({ ...tx, now: at }, story, c, { userId: users[0] as UserId, language: 'id' }, 'Abu-abu');
  while (members.length < due && members.length < size.members) await joinStranger({ ...tx, now: at }, story, c);
  const count = Math.round(size.messagesPerDay * (0.5 + story.random.float()));
  for (let index = 0; index < count; index += 1) {
    const moment = Math.min(now - 60_000, at + Math.round((index / count) * dayMs * 0.45));
    await write({ ...tx, now: moment }, story, c);
  }
  await tellRooms({ ...tx, now: Math.min(now - 30_000, at + dayMs / 2) }, story, day);
  return c;
}

/** A few words a day in the rooms, and once a week an announcement of the founder. */
async function tellRooms(tx: Tx, story: Story, day: number): Promise<void> {
  const [announcements, ...open] = story.rooms;
  if (announcements !== undefined && day % 7 === 0) await writeAs(tx, story, announcements, story.members[0] as Member);
  for (const room of open) if (story.random.float() < 0.6) await write(tx, story, room);
}

const demoRooms = [
  { title: 'Announcements', ro: 1 },
  { title: 'Show your roll' },
  { title: 'Gear & repair', about: 'What sticks, rattles or leaks light.' },
  { title: '日本語ラウンジ' },
  { title: '한국어 수다방' },
  { title: '繁中閒聊' },
] as const;

async function makeRooms(tx: Tx, { users, ids, rooms }: Story, c: ChatId): Promise<void> {
  for (const words of demoRooms) {
    const made = await createRoom.run(tx, { c, user: users[1] as UserId, op: toOpId(ids.uuid()), ...words });
    rooms.push(made.result.room);
  }
}

/** The second person of the demo founds it; the next four look after it with him. */
async function found(tx: Tx, story: Story): Promise<ChatId> {
  const { users, ids, members } = story;
  const set = {
    ...{ join: joinMode.open, listed: 1 as const, peek: 1 as const, cat: 'hobbies' as const },
    rules: 'Be kind to beginners.\nNo trade outside the market room.\nName the film and the camera.',
  };
  const about = 'Film photography, slowly: 慢速底片 · ゆっくりフィルム · 느린 필름 · pelan-pelan saja.';
  const input = { user: users[1] as UserId, op: toOpId(ids.uuid()), title: 'Film Pelan', about, nn: 'Senja', set };
  const c = (await createCommunity.run(tx, input)).result.chat.h.c;
  members.push({ userId: users[1] as UserId, language: 'ja' });
  for (const [index, nn] of ['鏡頭蓋', 'フィルム便り', '필름은 기다림', 'Pak Tustel'].entries()) {
    const language = demoPeople[index + 2]?.language ?? 'en';
    await join(tx, story, c, { userId: users[index + 2] as UserId, language }, nn);
  }
  const roles = [memberRole.admin, memberRole.admin, memberRole.moderator, memberRole.moderator];
  for (const [index, role] of roles.entries())
    await tx.sql('UPDATE members SET role = ? WHERE chat_id = ? AND user_id = ?', [
      role,
      c,
      users[index + 2] as UserId,
    ]);
  await makeRooms(tx, story, c);
  return c;
}

async function joinStranger(tx: Tx, story: Story, c: ChatId): Promise<void> {
  const userId = story.ids.userId();
  const number = story.members.length;
  const handle = `film.${number}`;
  await tx.sql('INSERT INTO users (id, handle, name, created_at) VALUES (?, ?, ?, ?)', [
    userId,
    handle,
    handle,
    tx.now,
  ]);
  await tx.sql('INSERT INTO user_heads (user_id, urev) VALUES (?, 0)', [userId]);
  const language = languages[number % languages.length] as DemoLanguage;
  await join(tx, story, c, { userId, language }, demoMemberName(number, language));
}

async function join(tx: Tx, story: Story, c: ChatId, member: Member, nn: string): Promise<void> {
  await joinCommunity.run(tx, { c, user: member.userId, nn, op: toOpId(story.ids.uuid()) });
  story.members.push(member);
}

async function write(tx: Tx, story: Story, c: ChatId): Promise<void> {
  const { random, members } = story;
  await writeAs(tx, story, c, members[random.below(Math.min(regulars, members.length))] as Member);
}

async function writeAs(tx: Tx, { random, ids, members }: Story, c: ChatId, writer: Member): Promise<void> {
  const writers = Math.min(regulars, members.length);
  const item = { i: toCid(ids.uuid()), k: 1, b: { x: random.pick(demoTexts[writer.language]) } };
  const { answers } = await appendMessages.run(tx, { c, requests: [{ userId: writer.userId, items: [item] }] });
  const answer = answers[0]?.[0];
  invariant(answer && 's' in answer, 'a member may write');
  if (random.float() > 0.15) return;
  const fans = [...new Set(Array.from({ length: 1 + random.below(6) }, () => random.below(writers)))];
  const emoji = random.pick(demoReactions);
  const items = fans.map((fan) => ({
    userId: (members[fan] as Member).userId,
    s: answer.s,
    e: emoji,
    op: toOpId(ids.uuid()),
  }));
  await setReactions.run(tx, { c, items });
}
