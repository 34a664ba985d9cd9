import { useTranslation } from 'react-i18next';
import { PersonRow } from '#client/parts/PersonRow.tsx';
import { Button } from '#client/ui/Button.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import type { OutsideRow } from './memberRows.ts';

export type OutsideListProps = {
  title: string;
  people: readonly OutsideRow[];
  faceOf: (id: number) => string;
  /** what can be done with each of them, in a word or two */
  action: string;
  onAct: (person: OutsideRow) => void;
};

/** People who are not in but belong to the chat's story: invited, or kept out. Nothing when there are none. */
export function OutsideList({ title, people, faceOf, action, onAct }: OutsideListProps) {
  const { i18n } = useTranslation();
  if (people.length === 0) return null;
  return (
    <section className="mb-4">
      <SectionLabel>{title}</SectionLabel>
      <ul className="max-h-[320px] overflow-y-auto">
        {people.map((person) => (
          <li key={person.id}>
            <PersonRow
              id={faceOf(person.id)}
              name={person.name}
              avatarSize={40}
              readerLang={i18n.language}
              end={
                person.canAct && (
                  <Button
                    kind="quiet"
                    size="small"
                    aria-haspopup="dialog"
                    label={`${action}: ${person.name}`}
                    onClick={() => onAct(person)}
                  >
                    {action}
                  </Button>
                )
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
