import { useTranslation } from 'react-i18next';
import type { CardWords } from '#protocol/entities/appCards.ts';
import { cx } from '#client/ui/cx.ts';
import { textLang } from './textLang.ts';

export type AppCardFactsProps = { facts: NonNullable<CardWords['facts']>; side: 'own' | 'other' };

/** Up to this many characters a value has room in the largest letters, beside one other. */
const shortMax = 6;
const middleMax = 11;

/** Up to three numbers or words side by side, the first one the strongest; long ones go below each other. */
export function AppCardFacts({ facts, side }: AppCardFactsProps) {
  const { i18n } = useTranslation();
  const longest = Math.max(...facts.map(({ value }) => value.length));
  const size = longest <= shortMax && facts.length < 3 ? 'text-28' : longest <= middleMax ? 'text-20' : 'text-17';
  const soft = side === 'own' ? 'text-bubble-own-soft' : 'text-ink-soft';
  return (
    // The line before the first one of each row lies outside of the box, wherever the row breaks.
    <div className="overflow-hidden">
      <dl className="-ms-[17px] flex flex-wrap gap-y-2">
        {facts.map(({ label, value }, index) => (
          <div
            key={`${index} ${label}`}
            className="min-w-[min(100%,5.5rem)] flex-1 border-s border-dashed border-line-strong ps-4 pe-3"
          >
            <dt lang={textLang(label, i18n.language)} dir="auto" className={cx('text-12', soft)}>
              {label}
            </dt>
            <dd
              lang={textLang(value, i18n.language)}
              dir="auto"
              className={cx(size, 'tracking-tight tabular-nums', index === 0 ? 'font-bold' : cx('font-[550]', soft))}
            >
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
