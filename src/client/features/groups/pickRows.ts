import { foldText } from '#domain/foldText.ts';
import { toRelation } from '#domain/contactTraits.ts';
import type { Contact, UserCard } from '#protocol/entities/user.ts';
import type { UserId } from '#protocol/ids.ts';

/** Somebody who can be chosen. */
export interface Candidate {
  id: UserId;
  name: string;
  card: UserCard;
}

/** Friends who can be added, by name: hidden ones too (they are friends), blocked ones not, and nobody who is in already. */
export function candidates(
  contacts: Iterable<Contact>,
  { language, without = new Set() }: { language: string; without?: ReadonlySet<number> },
): Candidate[] {
  const collator = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  return [...contacts]
    .filter((contact) => ['friend', 'hidden'].includes(toRelation(contact)) && !without.has(contact.u))
    .map((contact) => ({ id: contact.u, name: contact.alias || contact.card.name, card: contact.card }))
    .toSorted((a, b) => collator.compare(a.name, b.name) || a.id - b.id);
}

/** Candidates whose name or ID holds what was typed, whatever its width, case, kana or accents. */
export function searchCandidates(all: readonly Candidate[], query: string): readonly Candidate[] {
  const wanted = foldText(query.trim());
  if (wanted === '') return all;
  const id = wanted.replace(/^@/, '');
  return all.filter(
    ({ name, card }) =>
      foldText(name).includes(wanted) ||
      foldText(card.name).includes(wanted) ||
      (id !== '' && (card.handle ?? '').includes(id)),
  );
}
