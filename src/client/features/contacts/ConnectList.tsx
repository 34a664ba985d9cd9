import { useTranslation } from 'react-i18next';
import { textLang } from '#client/parts/textLang.ts';
import { Face } from '#client/parts/Face.tsx';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';

/** A member of a community who wants to know me outside of it. */
export interface ConnectRow {
  key: string;
  faceId: string;
  name: string;
  place: string;
}

export type ConnectListProps = {
  rows: readonly ConnectRow[];
  /** whose answer is on its way */
  busyKey: string | undefined;
  /** why the last answer did not work */
  problem: string | undefined;
  onAnswer: (row: ConnectRow, accept: boolean) => void;
};

/** Who asks to connect, by the name they have in their community. Both agree, or nobody learns who the other is. */
export function ConnectList({ rows, busyKey, problem, onAnswer }: ConnectListProps) {
  const { t, i18n } = useTranslation();
  if (rows.length === 0 && problem === undefined) return null;
  return (
    <section className="px-2 pb-3">
      {/* In line with the labels of the list below, whose rows have no frame. */}
      <div className="-mx-2">
        <SectionLabel>{t('friends.connect.title')}</SectionLabel>
      </div>
      {problem !== undefined && (
        <div className="mb-2">
          <Banner role="alert">{problem}</Banner>
        </div>
      )}
      <ul className="rounded-card bg-surface-raised shadow-edge [--plane:var(--surface-raised)]">
        {rows.map((row) => (
          <li key={row.key} className="flex flex-wrap items-center gap-3 p-3 not-last:border-b not-last:border-line">
            <Face face={row.faceId} name={row.name} size={40} />
            <p className="min-w-0 flex-1 basis-32">
              <bdi lang={textLang(row.name, i18n.language)} className="block truncate font-semibold">
                {row.name}
              </bdi>
              <span className="block truncate text-13 text-ink-soft">
                {t('friends.connect.place', { title: row.place })}
              </span>
            </p>
            <span className="flex flex-none gap-2">
              <Button
                size="small"
                label={t('friends.connect.acceptLabel', { name: row.name })}
                isBusy={busyKey === row.key}
                onClick={() => onAnswer(row, true)}
              >
                {t('friends.connect.accept')}
              </Button>
              <Button
                kind="quiet"
                size="small"
                label={t('friends.connect.declineLabel', { name: row.name })}
                onClick={() => onAnswer(row, false)}
              >
                {t('friends.connect.decline')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {rows.length > 0 && <p className="mt-2 text-13 text-pretty text-ink-soft">{t('friends.connect.text')}</p>}
    </section>
  );
}
