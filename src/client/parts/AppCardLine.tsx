import { useTranslation } from 'react-i18next';
import type { CardWords } from '#protocol/entities/appCards.ts';
import { cx } from '#client/ui/cx.ts';
import { curvePath } from './curvePath.ts';

export type AppCardLineProps = {
  line: NonNullable<CardWords['line']>;
  /** colour of quiet words on this bubble */
  soft: string;
};

/** px of the drawing; it is stretched to the width of the card */
const box = { width: 292, height: 64 };

/** Values over time as steps: each holds until the next. Screen readers get the first, the last and the lowest one. */
export function AppCardLine({ line: { values, from, to }, soft }: AppCardLineProps) {
  const { t, i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const { path, area, end } = curvePath(values, box);
  const label = t('appCards.chart', {
    from,
    to,
    first: format.format(values[0] ?? 0),
    last: format.format(values.at(-1) ?? 0),
    lowest: format.format(Math.min(...values)),
  });
  return (
    <div>
      <div role="img" aria-label={label} className="relative rtl:-scale-x-100">
        <svg
          aria-hidden
          viewBox={`0 0 ${box.width} ${box.height}`}
          preserveAspectRatio="none"
          className="block h-16 w-full overflow-visible"
        >
          {[4, 30, 56].map((y) => (
            <path
              key={y}
              d={`M0 ${y}H${box.width}`}
              className="fill-none stroke-current opacity-15"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          <path d={area} className="fill-brand opacity-10" />
          <path
            d={path}
            className="fill-none stroke-brand"
            strokeWidth={2}
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        {/* Not a part of the drawing, which is stretched: a dot must stay round. */}
        <span
          className="absolute size-2 -translate-1/2 rounded-full bg-brand"
          style={{ left: `calc(100% - 4px)`, top: `${(end / box.height) * 100}%` }}
        />
      </div>
      <div aria-hidden className={cx('flex justify-between gap-3 pt-1 text-12', soft)}>
        <bdi className="min-w-0">{from}</bdi>
        <bdi className="min-w-0 text-end">{to}</bdi>
      </div>
    </div>
  );
}
