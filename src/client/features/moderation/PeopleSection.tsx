import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonRow } from '#client/parts/PersonRow.tsx';
import type { Names } from './useNames.ts';

export type PeopleSectionProps = {
  title: string;
  /** what stands there when nobody is in it */
  empty: string;
  rows: readonly { key: string; mid: number; detail: string; end?: ReactNode; below?: ReactNode }[];
  names: Names;
};

/** A list of members with what is so and what can be done. */
export function PeopleSection({ title, empty, rows, names }: PeopleSectionProps) {
  const { i18n } = useTranslation();
  return (
    <section className="grid gap-2">
      <h2 className="text-17 font-[650]">{title}</h2>
      {rows.length === 0 ? (
        <p className="text-13 text-ink-soft">{empty}</p>
      ) : (
        <ul className="rounded-card bg-surface-raised py-1 shadow-edge">
          {rows.map(({ key, mid, detail, end, below }) => (
            <li key={key}>
              <PersonRow
                id={names.faceOf(mid)}
                name={names.nameOf(mid)}
                avatarSize={40}
                detail={detail}
                end={end}
                readerLang={i18n.language}
              />
              {below && <div className="grid justify-items-start gap-2 ps-17 pe-4 pb-3">{below}</div>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
