import { isDirect, isGroup, isJoined, isOfficial } from '#domain/chatTraits.ts';
import { toRelation } from '#domain/contactTraits.ts';
import { faceId } from '#domain/faceId.ts';
import { canSend, isFrozen, isOver } from '#domain/permissions.ts';
import type { ShareLock, ShareTarget, ShareTargets } from '#domain/shareTargets.ts';
import { chatFace } from './chatFace.ts';
import type { ChatListState } from './chatListStore.ts';
import { chatTitle } from './chatTitle.ts';
import type { PeopleState } from './peopleStore.ts';

type Chat = ChatListState['chats'] extends ReadonlyMap<unknown, infer Listed> ? Listed : never;

export interface ShareTargetInput {
  list: Pick<ChatListState, 'chats' | 'order'>;
  people: Pick<PeopleState, 'users' | 'contacts' | 'presence'>;
  /** BCP 47: how names are ordered */
  language: string;
  /** server clock, ms */
  now: number;
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
