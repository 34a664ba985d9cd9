import { ChevronLeft, Pause, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { durationText } from '#client/parts/media/durationText.ts';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { voiceMsMax } from '#domain/chatTraits.ts';
import type { RecordingState } from './RecordingState.ts';
import { LiveWave } from './LiveWave.tsx';

export type RecordBarProps = {
  state: Pick<RecordingState, 'phase' | 'isLocked' | 'ms' | 'tail'>;
  /** how far the finger is on its way to throwing it away, px */
  aside: number;
  onDiscard: () => void;
  onPause: () => void;
  /** what sends it */
  children?: ReactNode;
};

/** A recording that runs. Held, it says where to slide; locked, it has buttons. */
export function RecordBar({ state, aside, onDiscard, onPause, children }: RecordBarProps) {
  const { t } = useTranslation();
  const { phase, isLocked, ms, tail } = state;
  const isOn = phase === 'on';
  return (
    <>
      {isLocked && (
        <IconButton icon={Trash2} look="round" label={t('voice.discard')} onClick={onDiscard} className="self-center" />
      )}
      <span
        aria-hidden
        className={cx('mx-1.5 size-2.5 flex-none rounded-full bg-danger', isOn && 'motion-safe:animate-pulse')}
      />
      <b className="min-w-9 flex-none pe-2 text-13 font-bold tabular-nums" role="timer">
        {durationText(Math.floor(ms / 1_000) * 1_000)}
      </b>
      <span className="flex min-w-0 flex-1 items-center gap-2 overflow-hidden">
        <LiveWave tail={tail} />
        {!isLocked && (
          <span
            className="flex flex-none items-center gap-1 text-13 text-ink-soft"
            style={{ opacity: Math.max(0.2, 1 - aside / 120) }}
          >
            <Icon icon={ChevronLeft} size={16} isMirrored />
            {t('voice.slideAside')}
          </span>
        )}
      </span>
      {isLocked && (
        <>
          <span className="flex-none px-2 text-12 text-ink-faint tabular-nums">
            {t('voice.of', { most: durationText(voiceMsMax) })}
          </span>
          <IconButton icon={Pause} look="round" label={t('voice.hold')} isDisabled={!isOn} onClick={onPause} />
        </>
      )}
      {children}
    </>
  );
}
