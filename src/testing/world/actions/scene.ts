import type { ChatId } from '#protocol/ids.ts';
import type { LocalMessage } from '#sync/changes.ts';
import type { World } from '#testing/world/createWorld.ts';
import type { WorldDevice } from '#testing/world/worldDevice.ts';
import type { WorldTab } from '#testing/world/worldTab.ts';

/** What happens next: one thing that a person, a device, the network or the server does. */
export interface Scene {
  readonly world: World;
  readonly device: WorldDevice;
  readonly tab: WorldTab;
  readonly c: ChatId;
  /** 0 ≤ x < 1 */
  chance(): number;
  pick<T>(list: readonly T[]): T | undefined;
  uuid(): string;
}

/** Lets it happen. A promise is waited for as far as the world settles without time. */
export type Action = (scene: Scene) => unknown;

/** Cached messages of the scene's chat. */
export const rowsOf = ({ device, c }: Scene): LocalMessage[] => device.store.dump('msgs').filter((row) => row.c === c);
/** A whole number from `least` to `most`. */
export const between = ({ chance }: Scene, least: number, most: number): number =>
  least + Math.floor(chance() * (most - least + 1));
export const someone = ({ world, pick }: Scene) => (pick(world.devices) as WorldDevice).login.user;
