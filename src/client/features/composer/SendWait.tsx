import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#client/ui/Icon.tsx';
import { ProgressRing } from '#client/ui/ProgressRing.tsx';

/** Slow mode as it is now: ms until the next message may leave, and seconds between two. */
export interface SlowWait {
  leftMs: number;
  everyS: number;
}

/** In the place of the send button: a ring that fills until sending is possible, with the seconds inside. */
export function SendWait({ leftMs, everyS }: SlowWait) {
  const { t } = useTranslation();
  const left = countdown(leftMs);
  const seconds = Math.ceil(leftMs / 1_000);
  return (
    <ProgressRing
      value={1 - leftMs / (everyS * 1_000)}
      size={36}
      label={t('order.composer.wait', { left })}
      text={seconds < 100 ? String(seconds) : `${Math.ceil(seconds / 60)}′`}
    />
  );
}

/** Above the composer: the rule, and that writing is possible all the same. */
export function SlowNote({ leftMs, everyS }: SlowWait) {
  const { t, i18n } = useTranslation();
  const [unit, size] =
    everyS % 3_600 === 0
      ? (['hour', 3_600] as const)
      : everyS % 60 === 0
        ? (['minute', 60] as const)
        : (['second', 1] as const);
  const every = new Intl.NumberFormat(i18n.language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    everyS / size,
  );
  return (
    <p className="flex items-center gap-2 px-4 pb-2 text-13 text-ink-soft tabular-nums">
      <Icon icon={Hourglass} size={16} className="flex-none" />
      {t('order.composer.slow', { every, left: countdown(leftMs) })}
    </p>
  );
}

/** "0:42", "1:05:00" */
function countdown(ms: number): string {
  const left = Math.max(0, Math.ceil(ms / 1_000));
  const parts = [Math.floor(left / 3_600), Math.floor(left / 60) % 60, left % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
