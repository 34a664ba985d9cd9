import { seededRandom } from '#testing/fakeTab.ts';
import { askActions } from './actions/askActions.ts';
import { fileActions } from './actions/fileActions.ts';
import { laterActions } from './actions/laterActions.ts';
import { privateActions } from './actions/privateActions.ts';
import type { Action, Scene } from './actions/scene.ts';

const actions = { ...askActions, ...fileActions, ...laterActions, ...privateActions };
type RichName = keyof typeof actions;

/** How often each happens. */
const weights: Record<RichName, number> = {
  ...{ askToConfirm: 4, confirm: 4, nudge: 4, callAll: 4 },
  ...{ sendFiles: 10, filesAndText: 8, pauseFile: 3, goOnWithFile: 4, cancelFile: 3, uploadSpeed: 6, cutUploads: 4 },
  ...{ cleanFiles: 2, schedule: 8, changeLater: 4, dropLater: 3, sendLaterNow: 3 },
  ...{ keep: 6, note: 5, dropKept: 4, hide: 5 },
};
const names = (Object.entries(weights) as [RichName, number][]).flatMap(([name, weight]) =>
  Array.from({ length: weight }, () => name),
);
/** Share of the steps that have one. */
const share = 0.4;

/**
 * Lets a further thing happen beside some steps of a rich world: files, messages of later, what people keep and hide, what they want of everybody. Its chance is its own, so that the step itself is what it would be
 * without. Answers what it was.
 */
export async function actRich(scene: Omit<Scene, 'chance' | 'pick' | 'uuid'>, index: number): Promise<string> {
  const { world } = scene;
  const random = seededRandom(Math.imul(world.seed, 7_368_787) ^ Math.imul(index + 1, 0x85ebca6b), world.clock);
  const chance = (): number => random.float();
  if (chance() > share) return '';
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const name = pick(names) as RichName;
  const action: Action = actions[name];
  await action({ ...scene, chance, pick, uuid: () => random.uuid() });
  return ` + ${name}`;
}
