import { Pause, Play } from 'lucide-react';
import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { Spinner } from '#client/ui/Spinner.tsx';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { byteText } from '../byteText.ts';
import { durationText } from './durationText.ts';
import type { OnUpload, PartProgress } from './PartLook.ts';
import { SpeedButton } from './SpeedButton.tsx';
import { UploadButtons } from './UploadButtons.tsx';
import type { VoicePlay, VoiceSource, VoiceTrack } from './VoiceSource.ts';
import { WaveSlider } from './WaveSlider.tsx';

export type VoicePartProps = {
  part: MediaPart;
  track: VoiceTrack;
  /** undefined while it is loaded */
  player: VoiceSource | undefined;
  /** I said it */
  isOwn: boolean;
  tabIndex: 0 | -1;
  /** it is on its way */
  sending?: { progress: PartProgress | undefined; canRetry: boolean; onUpload: OnUpload };
};

/** A voice message: heard, sought in by its waveform, faster if one likes. What has not been heard on this device has a dot. */
export function VoicePart({ part, track, player, isOwn, tabIndex, sending }: VoicePartProps) {
  const { t, i18n } = useTranslation();
  const progress = sending?.progress;
  const play = useVoicePlay(player, track.id);
  const isHeard = useHeard(player, track.id);
  const state = play?.state ?? 'idle';
  const isSounding = state === 'playing' || state === 'loading';
  const time = durationText(play && state !== 'failed' ? play.ms : track.ms);
  const isMoving = sending !== undefined && progress !== undefined && progress.state !== 'up';
  const label = t(isSounding ? 'voice.pause' : 'voice.play', { time: durationText(track.ms) });
  const note =
    state === 'failed' && play?.problem
      ? t(`voice.problem.${play.problem}`)
      : isMoving
        ? t(`media.state.${progress.state}`, {
            sent: byteText(progress.sent, i18n.language),
            size: byteText(part.z, i18n.language),
          })
        : undefined;
  return (
    <div>
      <div className="flex min-h-12 items-center gap-2.5">
        <button
          type="button"
          aria-label={isOwn || isHeard ? label : t('voice.unheard', { label })}
          tabIndex={tabIndex}
          disabled={player === undefined}
          onClick={() => player?.toggle(track)}
          className="hit-44 grid size-9 flex-none place-items-center rounded-full bg-brand text-brand-ink hover:bg-brand-hover"
        >
          {state === 'loading' ? <Spinner /> : <Icon icon={isSounding ? Pause : Play} className="fill-current" />}
        </button>
        <WaveSlider
          f={part.f}
          ms={play?.ms ?? 0}
          of={track.ms}
          tabIndex={tabIndex}
          onSeek={(ms) => player?.seek(track, ms)}
        />
        <span className={cx('flex-none text-12 tabular-nums', isOwn ? 'text-bubble-own-soft' : 'text-ink-soft')}>
          {time}
        </span>
        {!isOwn && !isHeard && <span aria-hidden className="-ms-1 size-2 flex-none rounded-full bg-brand" />}
        {play && player && !isMoving && (
          <SpeedButton speed={play.speed} tabIndex={tabIndex} onSpeed={(speed) => player.setSpeed(speed)} />
        )}
        {isMoving && (
          <UploadButtons {...{ ...sending, progress, tabIndex }} name={t('kinds.voice')} id={part.id} look="plain" />
        )}
      </div>
      {note !== undefined && (
        <p role={state === 'failed' ? 'alert' : undefined} className="ps-[46px] pb-1 text-12 opacity-75 tabular-nums">
          {note}
        </p>
      )}
    </div>
  );
}

const noSubscription = (): (() => void) => () => undefined;

/** What is played, if it is this message. */
function useVoicePlay(player: VoiceSource | undefined, id: VoiceTrack['id']): VoicePlay | undefined {
  const get = useCallback(() => {
    const play = player?.get();
    return play?.track?.id === id ? play : undefined;
  }, [player, id]);
  return useSyncExternalStore(player?.subscribe ?? noSubscription, get);
}

/** Whether it was heard on this device. While nobody knows there is no dot. */
function useHeard(player: VoiceSource | undefined, id: VoiceTrack['id']): boolean {
  const get = useCallback(() => player?.get().heard.has(id) ?? true, [player, id]);
  return useSyncExternalStore(player?.subscribe ?? noSubscription, get);
}
