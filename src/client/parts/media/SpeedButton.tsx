import { useTranslation } from 'react-i18next';

const speeds = [1, 1.5, 2] as const;
type Speed = (typeof speeds)[number];

export type SpeedButtonProps = { speed: Speed; tabIndex: 0 | -1; onSpeed: (speed: Speed) => void };

/** How fast it is played; a press takes the next speed. */
export function SpeedButton({ speed, tabIndex, onSpeed }: SpeedButtonProps) {
  const { t, i18n } = useTranslation();
  const shown = `${new Intl.NumberFormat(i18n.language).format(speed)}×`;
  return (
    <button
      type="button"
      aria-label={t('voice.speed', { speed: shown })}
      tabIndex={tabIndex}
      onClick={() => onSpeed(speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1)}
      className="hit-44 h-6 min-w-9 flex-none rounded-full bg-press px-1.5 text-12 font-semibold tabular-nums"
    >
      {shown}
    </button>
  );
}
