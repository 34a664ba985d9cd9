import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FilterAction, FilterPhrase } from '#protocol/entities/moderation.ts';
import { textLang } from '#client/parts/textLang.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Tag, type TagTone } from '#client/ui/Tag.tsx';

export type PhraseTableProps = {
  phrases: readonly FilterPhrase[];
  hitsOf: (phrase: FilterPhrase) => number;
  /** absent: not allowed */
  onRemove: ((phrase: FilterPhrase) => void) | undefined;
};

export const actionTone: Record<FilterAction, TagTone> = {
  flag: 'plain',
  hide: 'warn',
  block: 'danger',
  mute: 'danger',
};

/** The phrases in force, with what each caught lately. */
export function PhraseTable({ phrases, hitsOf, onRemove }: PhraseTableProps) {
  const { t, i18n } = useTranslation();
  if (phrases.length === 0) return <p className="text-13 text-ink-soft">{t('moderation.filter.none')}</p>;
  const head = 'px-3 py-2 text-start text-12 font-[550] text-ink-soft';
  return (
    <div className="overflow-x-auto rounded-card bg-surface-raised shadow-edge">
      <table className="w-full border-collapse text-15">
        <thead>
          <tr>
            <th className={head}>{t('moderation.filter.phrase')}</th>
            <th className={`${head} max-tablet:hidden`}>{t('moderation.filter.match')}</th>
            <th className={head}>{t('moderation.filter.then')}</th>
            <th className={`${head} text-end`}>{t('moderation.filter.hits')}</th>
          </tr>
        </thead>
        <tbody>
          {phrases.map((phrase) => (
            <tr key={`${phrase.m} ${phrase.x}`} className="border-t border-line">
              <th
                scope="row"
                lang={textLang(phrase.x, i18n.language)}
                className="px-3 py-2 text-start font-semibold [overflow-wrap:anywhere]"
              >
                <bdi>{phrase.x}</bdi>
              </th>
              <td className="px-3 py-2 text-13 max-tablet:hidden">{t(`moderation.filter.${phrase.m}`)}</td>
              <td className="px-3 py-2">
                <Tag tone={actionTone[phrase.do]}>{t(`moderation.short.${phrase.do}`)}</Tag>
              </td>
              <td className="px-3 py-2 text-end tabular-nums">
                <span className="inline-flex items-center gap-1">
                  {hitsOf(phrase)}
                  {onRemove && (
                    <IconButton
                      icon={Trash2}
                      size="small"
                      label={t('moderation.filter.remove', { text: phrase.x })}
                      onClick={() => onRemove(phrase)}
                    />
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
