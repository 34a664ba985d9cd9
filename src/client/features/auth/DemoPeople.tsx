import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonRow } from '#client/parts/PersonRow.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Spinner } from '#client/ui/Spinner.tsx';

export type DemoPerson = { id: number; handle: string; name: string; av?: string | undefined };

export type DemoPeopleProps = {
  people: readonly DemoPerson[];
  /** whose door is opening */
  busy?: string;
  onEnter: (handle: string) => void;
};

/** How many stand there before "show more". */
const FIRST = 5;

/** The people of the demo world, one press each. */
export function DemoPeople({ people, busy, onEnter }: DemoPeopleProps) {
  const { t, i18n } = useTranslation();
  const [isWhole, setWhole] = useState(people.length <= FIRST + 1);
  const shown = isWhole ? people : people.slice(0, FIRST);
  return (
    <section aria-labelledby="demo-people">
      <h2
        id="demo-people"
        className="mt-6 mb-3 flex items-center gap-3 text-12 text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line"
      >
        {t('auth.demo.title')}
      </h2>
      <ul className="rounded-layer bg-surface-raised p-1 shadow-edge [--plane:var(--surface-raised)]">
        {shown.map((person) => (
          <li key={person.id}>
            <PersonRow
              id={person.av ?? String(person.id)}
              name={person.name}
              detail={`@${person.handle}`}
              avatarSize={40}
              readerLang={i18n.language}
              label={t('auth.demo.enterAs', { name: person.name })}
              isDisabled={busy !== undefined}
              end={busy === person.handle && <Spinner size={16} />}
              onClick={() => onEnter(person.handle)}
            />
          </li>
        ))}
        {!isWhole && (
          <li className="p-1">
            <Button kind="ghost" size="small" isWide onClick={() => setWhole(true)}>
              {t('auth.demo.all', { count: people.length - FIRST })}
            </Button>
          </li>
        )}
      </ul>
      <p className="mt-4 text-center text-12 text-balance text-ink-faint">{t('auth.demo.note')}</p>
    </section>
  );
}
