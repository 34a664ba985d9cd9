import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId, MemberId, UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { readUnit } from '#server/storage/unit.ts';
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

/** A member of a chat, in a room or thread one of the chat it belongs to, past every fault. */
export interface SceneMember {
  readonly user_id: UserId;
  readonly mid: MemberId;
  readonly role: number;
  readonly state: number;
}

const readMembers = readUnit(async (tx, c: ChatId) =>
  tx.sql<SceneMember>(
    `SELECT m.user_id, m.mid, m.role, m.state FROM chats k JOIN members m ON m.chat_id = coalesce(k.parent_id, k.id)
      WHERE k.id = ? ORDER BY m.user_id`,
    [c],
  ),
);
export const membersOf = ({ world }: Scene, c: ChatId): Promise<SceneMember[]> =>
  world.server.storage.runUnit(readMembers, c);
/** Who is in the chat now. */
export const joinedIn = async (scene: Scene, c: ChatId): Promise<SceneMember[]> =>
  (await membersOf(scene, c)).filter(({ state }) => state === memberState.joined);
/** The person's number in the scene's chat; outside communities that of his account, also if he was never in. */
export const midOf = async (scene: Scene, user: UserId): Promise<MemberId> =>
  (await membersOf(scene, scene.c)).find(({ user_id: id }) => id === user)?.mid ?? toMemberId(Number(user));
