import type { ChatId } from '#protocol/ids.ts';
import { seededRandom } from '#testing/fakeTab.ts';
import type { Action, Scene } from './actions/scene.ts';

/** Things that happen beside some steps of a world. */
export interface Further<Name extends string> {
  readonly actions: Record<Name, Action>;
  /** How often each happens. */
  readonly weights: Record<Name, number>;
  /** Share of the steps that have one. */
  readonly share: number;
  /** What tells their chance from that of others. */
  readonly salt: readonly [seed: number, step: number];
  /** The chat that the thing is about; without it, that of the scene. */
  place?(scene: Place, pick: Scene['pick']): ChatId;
}

/** Where a step happens. */
export type Place = Omit<Scene, 'chance' | 'pick' | 'uuid'>;

/** Makes what lets such a thing happen, or not. Its chance is its own, so that the step itself is what it would be without. Answers what it was. */
export function furtherActs<Name extends string>(further: Further<Name>) {
  const { actions, weights, share, salt, place } = further;
  const names = (Object.entries(weights) as [Name, number][]).flatMap(([name, weight]) =>
    Array.from({ length: weight }, () => name),
  );
  return async (scene: Place, index: number): Promise<string> => {
    const { world } = scene;
    const random = seededRandom(Math.imul(world.seed, salt[0]) ^ Math.imul(index + 1, salt[1]), world.clock);
    const chance = (): number => random.float();
    if (chance() > share) return '';
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
    const name = pick(names) as Name;
    const c = place ? place(scene, pick) : scene.c;
    await actions[name]({ ...scene, c, chance, pick, uuid: () => random.uuid() });
    return ` + ${name}`;
  };
}
