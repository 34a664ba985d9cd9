import { foldText } from '#domain/foldText.ts';
import { personName } from '#domain/personName.ts';
import { toRelation, type Relation } from '#domain/contactTraits.ts';
import type { Contact, UserCard } from '#protocol/entities/user.ts';

/** Somebody as the list of friends shows them. */
export interface Friend {
  card: UserCard;
  /** the name I know them by */
  name: string;
  relation: Relation;
}

export type SectionName = 'requests' | 'friends' | 'hidden' | 'blocked' | 'found';

/** People under one heading. `isFolded`: only the heading shows. */
export interface FriendSection {
  name: SectionName;
  count: number;
  isFolded: boolean;
  people: readonly Friend[];
}

export interface FriendRowsInput {
  contacts: Iterable<Contact>;
  /** people who added me, newest first; who has become a contact meanwhile is left out */
  requests: readonly UserCard[];
  /** sections that were unfolded by hand */
  unfolded: ReadonlySet<SectionName>;
  query: string;
  /** BCP 47: decides the order of names */
  language: string;
}

/** The sections of the list, empty ones left out. A search puts everybody who matches into one section, hidden and blocked people too. */
export function friendSections({ contacts, requests, unfolded, query, language }: FriendRowsInput): FriendSection[] {
  const known = [...contacts].map(toFriend);
  const isKnown = new Set(known.map(({ card }) => card.id));
  const asked = requests.filter((card) => !isKnown.has(card.id)).map(toStranger);
  const byName = nameOrder(language);
  const wanted = query.trim();
  if (wanted !== '') {
    const found = [...known, ...asked].filter((friend) => matches(friend, wanted)).toSorted(byName);
    return found.length === 0 ? [] : [{ name: 'found', count: found.length, isFolded: false, people: found }];
  }
  const inState = (relation: Relation) => known.filter((friend) => friend.relation === relation).toSorted(byName);
  const sections: FriendSection[] = [
    section('requests', asked, false),
    section('friends', inState('friend'), false),
    section('hidden', inState('hidden'), !unfolded.has('hidden')),
    section('blocked', inState('blocked'), !unfolded.has('blocked')),
  ];
  return sections.filter(({ count }) => count > 0);
}

/** Whether somebody is meant by what was typed: a part of the name I use, of their own name, or of their ID. Width, case, kana and accents do not matter. */
export function matches(friend: Friend, query: string): boolean {
  const wanted = foldText(query.trim());
  if (wanted === '') return true;
  const id = wanted.replace(/^@/, '');
  return (
    foldText(friend.name).includes(wanted) ||
    foldText(friend.card.name).includes(wanted) ||
    (id !== '' && (friend.card.handle ?? '').includes(id))
  );
}

/** Order of names as readers of a language expect it; equal names by id, so that rows never swap. */
function nameOrder(language: string): (a: Friend, b: Friend) => number {
  const collator = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  return (a, b) => collator.compare(a.name, b.name) || a.card.id - b.card.id;
}

function toFriend(contact: Contact): Friend {
  const name = personName({ contact, card: contact.card }) ?? contact.card.name;
  return { card: contact.card, name, relation: toRelation(contact) };
}

const toStranger = (card: UserCard): Friend => ({ card, name: card.name, relation: 'none' });

const section = (name: SectionName, people: readonly Friend[], isFolded: boolean): FriendSection => ({
  name,
  count: people.length,
  isFolded,
  people,
});
