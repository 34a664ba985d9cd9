import { useTranslation } from 'react-i18next';
import { PersonRow } from '#client/parts/PersonRow.tsx';
import { Button } from '#client/ui/Button.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';

export type BannedListProps = {
  people: readonly { id: number; name: string }[];
  faceOf: (id: number) => string;
  onUnban: (person: { id: number; name: string }) => void;
};

/** Who is kept out, for those who may lift a ban. Nothing when nobody is. */
export function BannedList({ people, faceOf, onUnban }: BannedListProps) {
  const { t, i18n } = useTranslation();
  if (people.length === 0) return null;
  return (
    <section className="mb-4">
      <SectionLabel>{t('guard.info.banned', { count: people.length })}</SectionLabel>
      <ul className="max-h-[320px] overflow-y-auto">
        {people.map((person) => (
          <li key={person.id}>
            <PersonRow
              id={faceOf(person.id)}
              name={person.name}
              avatarSize={40}
              readerLang={i18n.language}
              end={
                <Button
                  kind="quiet"
                  size="small"
                  aria-haspopup="dialog"
                  label={`${t('guard.member.unban')}: ${person.name}`}
                  onClick={() => onUnban(person)}
                >
                  {t('guard.member.unban')}
                </Button>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
