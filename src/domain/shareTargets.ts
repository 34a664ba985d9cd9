import type { ChatId, UserId } from '#protocol/ids.ts';
import { foldText } from './foldText.ts';

/** Why nothing can be sent into a chat. */
export type ShareLock = 'closed' | 'frozen' | 'readOnly' | 'muted';

/** A chat, or a friend with whom there is none yet, to which something can be sent. */
export interface ShareTarget {
  /** `c<chat>` or `u<user>` */
  key: string;
  to: { c: ChatId } | { user: UserId };
  kind: 'direct' | 'group' | 'community' | 'friend';
  title: string;
  face: string;
  /** members of a group */
  members: number | undefined;
  isOnline: boolean;
  lock: ShareLock | undefined;
}

/** Everything something can be sent to in the order of the list: chats of people, communities, and friends by name. */
export interface ShareTargets {
  recent: readonly ShareTarget[];
  communities: readonly ShareTarget[];
  people: readonly ShareTarget[];
}

/** Those whose name holds what was typed, whatever its width, case, kana or accents. */
export function searchTargets(targets: ShareTargets, query: string): ShareTargets {
  const wanted = foldText(query.trim());
  if (wanted === '') return targets;
  const find = (list: readonly ShareTarget[]) => list.filter(({ title }) => foldText(title).includes(wanted));
  return { recent: find(targets.recent), communities: find(targets.communities), people: find(targets.people) };
}

/** A choice after a press on a target; a locked one, or one more than `max`, changes nothing. */
export function withToggled(
  chosen: ReadonlyMap<string, ShareTarget>,
  target: ShareTarget,
  max: number,
): ReadonlyMap<string, ShareTarget> {
  const next = new Map(chosen);
  if (next.delete(target.key)) return next;
  if (target.lock !== undefined || next.size >= max) return chosen;
  return next.set(target.key, target);
}
