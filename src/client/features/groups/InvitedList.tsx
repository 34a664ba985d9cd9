import { useTranslation } from 'react-i18next';
import { PersonRow } from '#client/parts/PersonRow.tsx';
import { Button } from '#client/ui/Button.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import type { InvitedRow } from './memberRows.ts';

export type InvitedListProps = {
  people: readonly InvitedRow[];
  faceOf: (id: number) => string;
  onTakeBack: (person: InvitedRow) => void;
};

/** Who was invited and has not answered, with the way to take it back. Nothing when nobody was. */
export function InvitedList({ people, faceOf, onTakeBack }: InvitedListProps) {
  const { t, i18n } = useTranslation();
  if (people.length === 0) return null;
  return (
    <section className="mb-4">
      <SectionLabel>{t('joining.invited', { count: people.length })}</SectionLabel>
      <ul className="max-h-[320px] overflow-y-auto">
        {people.map((person) => (
          <li key={person.id}>
            <PersonRow
              id={faceOf(person.id)}
              name={person.name}
              avatarSize={40}
              readerLang={i18n.language}
              end={
                person.canTake && (
                  <Button
                    kind="quiet"
                    size="small"
                    aria-haspopup="dialog"
                    label={`${t('guard.member.uninvite')}: ${person.name}`}
                    onClick={() => onTakeBack(person)}
                  >
                    {t('guard.member.uninvite')}
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
