import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CardWords } from '#protocol/entities/appCards.ts';
import { Button } from '#client/ui/Button.tsx';
import { cx } from '#client/ui/cx.ts';

export type AppCardCodeProps = {
  code: NonNullable<CardWords['code']>;
  /** colour of quiet words on this bubble */
  soft: string;
  onCopy: (value: string) => void;
  tabIndex: 0 | -1;
};

/** Something to be shown at a till or typed elsewhere, such as a coupon. */
export function AppCardCode({ code: { label, value }, soft, onCopy, tabIndex }: AppCardCodeProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-center gap-2 rounded-field border-[1.5px] border-dashed border-line-strong py-2 ps-3 pe-2">
      <span className="min-w-[min(100%,7rem)] flex-1">
        <span dir="auto" className={cx('block text-12', soft)}>
          {label}
        </span>
        <bdi className="block font-bold tracking-wide select-text">{value}</bdi>
      </span>
      <Button
        size="small"
        icon={Copy}
        label={t('appCards.copyLabel', { code: value })}
        tabIndex={tabIndex}
        onClick={() => onCopy(value)}
      >
        {t('appCards.copy')}
      </Button>
    </div>
  );
}
