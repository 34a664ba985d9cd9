import { useTranslation } from 'react-i18next';
import type { CardWords } from '#protocol/entities/appCards.ts';
import { cx } from '#client/ui/cx.ts';
import { textLang } from './textLang.ts';

type Mark = NonNullable<CardWords['mark']>;

const TONES: Record<Mark['tone'], string> = {
  plain: 'bg-surface-sunken text-ink-soft',
  good: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  off: 'bg-surface-sunken text-ink-faint',
};

export type AppCardMarkProps = {
  mark: Mark;
  /** it lies over the picture */
  isOver?: boolean;
};

/** A short state of a card, such as "Not opened". It stands on a ground of its own: pictures and bubbles have all colours. */
export function AppCardMark({ mark: { label, tone }, isOver = false }: AppCardMarkProps) {
  const { i18n } = useTranslation();
  return (
    <span
      lang={textLang(label, i18n.language)}
      dir="auto"
      className={cx(
        'inline-block min-h-5 max-w-full rounded-join px-1.5 py-px text-12 font-[550] wrap-anywhere',
        TONES[tone],
        isOver && 'absolute start-2.5 top-2.5 max-w-[calc(100%-20px)] shadow-float',
      )}
    >
      {label}
    </span>
  );
}
