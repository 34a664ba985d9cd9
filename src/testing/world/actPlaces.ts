import type { ChatId } from '#protocol/ids.ts';
import { seededRandom } from '#testing/fakeTab.ts';
import type { Action, Scene } from './actions/scene.ts';
import { shelfActions } from './actions/shelfActions.ts';
import { threadActions } from './actions/threadActions.ts';

const actions = { ...threadActions, ...shelfActions };
type PlaceName = keyof typeof actions;

/** How often each happens. */
const weights: Record<PlaceName, number> = {
  ...{ openThread: 16, writeInThread: 16, writeMuchInThread: 3, writeAlso: 4, replyInThread: 5, editInThread: 6 },
  ...{ unsendInThread: 4, reactInThread: 6, readThread: 9, showThread: 9, hideThread: 3, scrollInThread: 4 },
  ...{ changeUnderThread: 3, sendFilesInThread: 3, keepOfThread: 1, evictThread: 2, follow: 7, muteThread: 3 },
  ...{ draftInThread: 2, endThreads: 2, sleepLong: 1, writeInRoom: 5, showRoom: 3 },
  ...{ putNote: 6, dropNote: 2, putAlbum: 5, dropAlbum: 1, addPhotos: 6, removePhoto: 2, movePhoto: 2 },
};
const names = (Object.entries(weights) as [PlaceName, number][]).flatMap(([name, weight]) =>
  Array.from({ length: weight }, () => name),
);
/** Share of the steps that have one. */
const share = 0.6;

/**
 * Lets a further thing happen beside some steps of a world with threads: in threads, in a room, at the shelf of a chat. Its chance is its own, so that the step itself is what it would be
 * without. Answers what it was.
 */
export async function actPlaces(scene: Omit<Scene, 'chance' | 'pick' | 'uuid'>, index: number): Promise<string> {
  const { world } = scene;
  const random = seededRandom(Math.imul(world.seed, 9_576_891) ^ Math.imul(index + 1, 0xc2b2ae35), world.clock);
  const chance = (): number => random.float();
  if (chance() > share) return '';
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const name = pick(names) as PlaceName;
  // More often than steps are, they are about a group or the community: threads hang there.
  const c = pick<ChatId>([scene.c, scene.c, ...world.chats]) as ChatId;
  const action: Action = actions[name];
  await action({ ...scene, c, chance, pick, uuid: () => random.uuid() });
  return ` + ${name}`;
}
