import { isDirect, isGroup, isJoined, isOfficial } from '#domain/chatTraits.ts';
import { toRelation } from '#domain/contactTraits.ts';
import { faceId } from '#domain/faceId.ts';
import { foldText } from '#domain/foldText.ts';
import { canSend, isFrozen, isOver } from '#domain/permissions.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { chatFace } from '#client/stores/chatFace.ts';
import type { ChatListState } from '#client/stores/chatListStore.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import type { PeopleState } from '#client/stores/peopleStore.ts';

type Chat = ChatListState['chats'] extends ReadonlyMap<unknown, infer Listed> ? Listed : never;

/** Why a card cannot go into a chat. */
export type ShareLock = 'closed' | 'frozen' | 'readOnly' | 'muted';

/** A chat, or a friend with whom there is none yet, to which a card can go. */
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

export interface ShareTargetInput {
  list: Pick<ChatListState, 'chats' | 'order'>;
  people: Pick<PeopleState, 'users' | 'contacts' | 'presence'>;
  /** BCP 47: how names are ordered */
  language: string;
  /** server clock, ms */
  now: number;
}

/** Everything a card can go to in the order of the list: chats of people, communities, and friends by name. */
export interface ShareTargets {
  recent: readonly ShareTarget[];
  communities: readonly ShareTarget[];
  people: readonly ShareTarget[];
}

/** Chats in which I cannot write stand there with the reason; those of mini-apps and those I was only invited to do not. */
export function shareTargets(input: ShareTargetInput): ShareTargets {
  const { list, people, language } = input;
  const chats = list.order.flatMap((c) => {
    const chat = list.chats.get(c);
    return chat && isJoined(chat.me.st) && !isOfficial(chat.kind) ? [chat] : [];
  });
  const talkedTo = new Set<number>();
  for (const chat of list.chats.values())
    if (isDirect(chat.kind) && chat.me.peer !== undefined) talkedTo.add(chat.me.peer);
  const collator = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  const friends = [...people.contacts.values()]
    .filter((contact) => ['friend', 'hidden'].includes(toRelation(contact)) && !talkedTo.has(contact.u))
    .map((contact): ShareTarget => ({
      ...{ key: `u${contact.u}`, to: { user: contact.u }, kind: 'friend', members: undefined, lock: undefined },
      title: contact.alias || contact.card.name,
      face: faceId(contact.u, contact.card),
      isOnline: people.presence.get(contact.u)?.state === 1,
    }));
  const targets = chats.flatMap((chat) => {
    const target = toTarget(chat, input);
    return target ? [target] : [];
  });
  // What takes nothing stands below what does: the keyboard begins at something that can be chosen.
  const ordered = targets.toSorted((a, b) => Number(a.lock !== undefined) - Number(b.lock !== undefined));
  return {
    recent: ordered.filter(({ kind }) => kind !== 'community'),
    communities: ordered.filter(({ kind }) => kind === 'community'),
    people: friends.toSorted((a, b) => collator.compare(a.title, b.title) || (a.key < b.key ? -1 : 1)),
  };
}

function toTarget(chat: Chat, { people, now }: ShareTargetInput): ShareTarget | undefined {
  const title = chatTitle(people, chat);
  if (title === undefined) return undefined;
  const { peer } = chat.me;
  return {
    key: `c${chat.c}`,
    to: { c: chat.c },
    kind: isDirect(chat.kind) ? 'direct' : isGroup(chat.kind) ? 'group' : 'community',
    title,
    face: chatFace(people, chat),
    members: isGroup(chat.kind) ? chat.head.cnt : undefined,
    isOnline: peer !== undefined && people.presence.get(peer)?.state === 1,
    lock: lockOf(chat, now),
  };
}

function lockOf({ kind, me, meta }: Chat, now: number): ShareLock | undefined {
  const standing = { kind, state: me.st, role: me.ro, set: meta.set };
  if (isOver(standing)) return 'closed';
  if ((me.mt ?? 0) > now) return 'muted';
  if (canSend(standing, now)) return undefined;
  return isFrozen(meta.set, now) ? 'frozen' : 'readOnly';
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
