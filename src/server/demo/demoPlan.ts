import { seededRandom, type SeededRandom } from '#base/seededRandom.ts';
import { demoPeople, type DemoLanguage, type DemoPerson } from './demoPeople.ts';
import { photoNames, type FileName } from './demoFiles.ts';
import type { DemoScene } from './demoScenes.ts';
import { demoStories, type DemoStory, type StoryLine, type StoryVoice } from './demoStory.ts';
import { demoGroups, demoReactions, demoTexts } from './demoTexts.ts';

const dayMs = 86_400_000;

/** One thing that happens in a planned chat. Persons are indexes into the plan's people. `ago`: ms before the demo starts. */
export interface PlannedMessage {
  ago: number;
  sender: number;
  text: string;
  reactions: { person: number; emoji: string }[];
  edited?: string;
  unsent?: true;
  /** what it carries; without the files it is its text */
  files?: readonly FileName[];
  /** what it is beside a text */
  line?: StoryLine;
  /** in a thread on it */
  replies?: readonly PlannedReply[];
}

/** Words in a thread. */
export interface PlannedReply {
  sender: number;
  text: string;
}

export interface PlannedChat {
  kind: 'dm' | 'group';
  title?: string;
  /** drawing that is its picture */
  scene?: DemoScene;
  /** the first made it */
  members: number[];
  messages: PlannedMessage[];
  /** how many of the newest messages each member has not read */
  unread: Map<number, number>;
}

/** The whole demo world, before a single row is written. */
export interface DemoPlan {
  people: DemoPerson[];
  chats: PlannedChat[];
}

export interface DemoSize {
  messages: number;
  chats: number;
  bigGroup: number;
  days: number;
}

/** What `npm run demo` shows: 40 chats and 20,000 messages over 200 days, one group of 60. */
export const demoSize: DemoSize = { messages: 20_000, chats: 40, bigGroup: 60, days: 200 };

/** Plans the demo world. Pure: the same seed and size give the same world, to the letter. */
export function planDemo(seed: number, size: DemoSize = demoSize): DemoPlan {
  const random = seededRandom(seed);
  const people = [...demoPeople, ...planNeighbours(Math.max(0, size.bigGroup - demoPeople.length))];
  const rooms = [planBigGroup(people.length, size.bigGroup), ...planGroups(random, people)];
  rooms.push(...planPairs(random, Math.max(0, size.chats - rooms.length)));
  const total = rooms.reduce((sum, room) => sum + room.weight, 0);
  const chats = rooms.slice(0, size.chats).map((room) => {
    const count = Math.max(2, Math.round((size.messages * room.weight) / total));
    return planChat(random, people, room, count, size.days);
  });
  return { people, chats };
}

interface Room {
  title?: string;
  scene?: DemoScene | undefined;
  members: number[];
  weight: number;
}

/** People of the house who only live in the big group. */
function planNeighbours(count: number): DemoPerson[] {
  const languages: DemoLanguage[] = ['id', 'en', 'ja', 'ko', 'zh-TW'];
  return Array.from({ length: count }, (_, index) => ({
    handle: `flat.${index + 1}`,
    name: `Flat ${Math.floor(index / 4) + 1}${'ABCD'[index % 4]}`,
    language: languages[index % languages.length] as DemoLanguage,
  }));
}

function planBigGroup(people: number, size: number): Room {
  return {
    title: 'Warga Melati 🏘️',
    scene: 'plant',
    members: Array.from({ length: Math.min(people, size) }, (_, index) => index),
    weight: 12,
  };
}

function planGroups(random: SeededRandom, people: DemoPerson[]): Room[] {
  return demoGroups.map((group) => {
    const fitting = people.flatMap((person, index) =>
      index > 0 && index < demoPeople.length && group.languages.includes(person.language) ? [index] : [],
    );
    return {
      title: group.title,
      scene: group.scene,
      members: [0, ...random.shuffle(fitting).slice(0, group.size - 1)],
      weight: group.weight,
    };
  });
}

/** 1:1 chats: first those of the first person with everybody near, then pairs among the others. */
function planPairs(random: SeededRandom, count: number): Room[] {
  const pairs: Room[] = [];
  for (let other = 1; other < demoPeople.length && pairs.length < Math.min(count, 16); other += 1)
    pairs.push({ members: [0, other], weight: 1 + random.below(6) });
  const known = new Set<string>();
  while (pairs.length < count) {
    const [a, b] = [1 + random.below(demoPeople.length - 1), 1 + random.below(demoPeople.length - 1)].toSorted(
      (x, y) => x - y,
    ) as [number, number];
    if (a === b || known.has(`${a}:${b}`)) continue;
    known.add(`${a}:${b}`);
    pairs.push({ members: [a, b], weight: 1 + random.below(4) });
  }
  return pairs;
}

function planChat(random: SeededRandom, people: DemoPerson[], room: Room, count: number, days: number): PlannedChat {
  const messages: PlannedMessage[] = [];
  const { lines, minutes } = findStory(people, room);
  // The story stands at the end: everything else is told before it.
  const end = minutes * 60_000;
  const before = end + lines.length * storyStepMs;
  for (const ago of planTimes(random, Math.max(2, count - lines.length), days))
    messages.push(planMessage(random, people, room.members, ago + before));
  for (const [index, line] of lines.entries())
    messages.push(planLine(people, room.members, line, end + (lines.length - 1 - index) * storyStepMs));
  const unread = new Map<number, number>();
  for (const member of room.members)
    if (random.float() < 0.35) unread.set(member, 1 + random.below(Math.min(20, count)));
  return {
    kind: room.title === undefined ? 'dm' : 'group',
    ...(room.title === undefined ? {} : { title: room.title }),
    ...(room.scene === undefined ? {} : { scene: room.scene }),
    members: room.members,
    messages,
    unread,
  };
}

/** Times in conversations: bursts of a few minutes, in waking hours, denser towards today. Descending `ago`, all different. */
function planTimes(random: SeededRandom, count: number, days: number): number[] {
  const times: number[] = [];
  while (times.length < count) {
    const day = Math.floor(days * random.float() ** 1.6);
    let ago = day * dayMs + Math.floor((0.05 + random.float() * 0.6) * dayMs);
    const burst = 1 + random.below(9);
    for (let step = 0; step < burst && times.length < count; step += 1) {
      times.push(ago);
      ago -= 4_000 + random.below(150_000);
      if (ago < 60_000) break;
    }
  }
  return times.toSorted((a, b) => b - a).map((ago, index) => ago + (count - index));
}

/** Between two lines of a story, ms. */
const storyStepMs = 190_000;

/** The story of a chat, if it has one. */
function findStory(people: readonly DemoPerson[], { title, members }: Room): Pick<DemoStory, 'lines' | 'minutes'> {
  const name = title ?? (members[0] === 0 ? people[members[1] ?? 0]?.handle : undefined);
  return demoStories.find(({ of }) => of === name) ?? { lines: [], minutes: 0 };
}

function planLine(
  people: readonly DemoPerson[],
  members: readonly number[],
  line: StoryLine,
  ago: number,
): PlannedMessage {
  const sender = findVoice(people, members, line.by);
  const others = members.filter((member) => member !== sender);
  const likes = (line.likes ?? []).slice(0, others.length);
  return {
    ago,
    sender,
    text: line.say ?? '📷',
    reactions: likes.map((emoji, index) => ({ person: others[index] as number, emoji })),
    ...(line.files ? { files: line.files } : {}),
    line,
    ...(line.thread
      ? { replies: line.thread.map(({ by, say = '' }) => ({ sender: findVoice(people, members, by), text: say })) }
      : {}),
  };
}

/** Who of the members has this voice; where nobody has, the second one. */
function findVoice(people: readonly DemoPerson[], members: readonly number[], by: StoryVoice): number {
  if (by === 'me') return members[0] as number;
  const [language, number = '1'] = by.split(' ');
  const speakers = members.filter((member) => member > 0 && people[member]?.language === language);
  return speakers[Number(number) - 1] ?? speakers[0] ?? (members[1] as number);
}

function planMessage(random: SeededRandom, people: DemoPerson[], members: number[], ago: number): PlannedMessage {
  const sender = random.pick(members);
  const texts = demoTexts[people[sender]?.language ?? 'en'];
  const reactions =
    random.float() < 0.12
      ? random
          .shuffle(members.filter((member) => member !== sender))
          .slice(0, 1 + random.below(Math.min(4, members.length - 1)))
          .map((person) => ({ person, emoji: random.pick(demoReactions) }))
      : [];
  const fate = random.float();
  const files = fate > 0.5 && fate < 0.515 ? { files: planPhotos(random) } : {};
  return {
    ago,
    sender,
    text: random.pick(texts),
    reactions,
    ...files,
    ...(fate < 0.01 ? { edited: random.pick(texts) } : {}),
    ...(fate > 0.995 ? { unsent: true as const } : {}),
  };
}

/** Mostly one photo, now and then several. */
function planPhotos(random: SeededRandom): FileName[] {
  return random.shuffle([...photoNames]).slice(0, random.pick([1, 1, 1, 1, 2, 3, 4]));
}
