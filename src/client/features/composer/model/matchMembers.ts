import { foldText } from '#domain/foldText.ts';

/** Somebody who can be named. */
export interface Nameable {
  mid: number;
  name: string;
  /** the id whose colour the face takes */
  face: string;
  handle?: string | undefined;
  /** not a person but all of them: stands first */
  isAll?: boolean;
}

/** People whose name or handle begins with the query, then those who merely contain it; names as they are ordered in the language. */
export function matchMembers(people: readonly Nameable[], query: string, language: string, most = 6): Nameable[] {
  const wanted = foldText(query);
  const collator = new Intl.Collator(language);
  const rank = ({ name, handle = '', isAll }: Nameable): number => {
    const folded = foldText(name);
    if (isAll && folded.startsWith(wanted)) return -1;
    if (folded.startsWith(wanted) || handle.startsWith(wanted)) return 0;
    if (folded.split(/\s+/u).some((word) => word.startsWith(wanted))) return 1;
    return wanted !== '' && folded.includes(wanted) ? 2 : 3;
  };
  return people
    .map((person) => ({ person, rank: rank(person) }))
    .filter((entry) => entry.rank < 3)
    .toSorted((a, b) => a.rank - b.rank || collator.compare(a.person.name, b.person.name))
    .slice(0, most)
    .map(({ person }) => person);
}
