import { useMemo, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { readWaveform } from '#domain/voice/waveform.ts';
import { durationText } from './durationText.ts';
import { WaveBars } from './WaveBars.tsx';

/** Bars of a voice message. */
const bars = 46;
/** A press of an arrow key, and of a page key, ms. */
const [step, leap] = [5_000, 15_000];

export type WaveSliderProps = {
  /** loudness, as the wire has it */
  f: string | undefined;
  /** where it is, and how long it is, ms */
  ms: number;
  of: number;
  tabIndex: 0 | -1;
  onSeek: (ms: number) => void;
};

/** The waveform of a voice message, by which one goes to another moment of it. */
export function WaveSlider({ f, ms, of, tabIndex, onSeek }: WaveSliderProps) {
  const { t } = useTranslation();
  const levels = useMemo(() => readWaveform(f, bars), [f]);
  const [dragged, setDragged] = useState<number>();
  const now = dragged ?? ms;
  const times = { now: durationText(now), of: durationText(of) };
  const momentAt = ({ currentTarget, clientX }: PointerEvent<HTMLElement>): number => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (clientX - left) / Math.max(1, width)));
    return Math.round((isRightToLeft(currentTarget) ? 1 - share : share) * of);
  };
  const handleKey = (event: KeyboardEvent<HTMLElement>): void => {
    const to = keyMoment(event, now, of);
    if (to === undefined) return;
    event.preventDefault();
    // The arrows also walk from message to message.
    event.stopPropagation();
    onSeek(to);
  };
  return (
    <span
      role="slider"
      aria-label={t('voice.position')}
      aria-valuemin={0}
      aria-valuemax={Math.ceil(of / 1_000)}
      aria-valuenow={Math.floor(now / 1_000)}
      aria-valuetext={t('voice.positionOf', times)}
      tabIndex={tabIndex}
      className="flex h-11 min-w-0 flex-1 cursor-pointer touch-pan-y items-center rounded-field"
      onKeyDown={handleKey}
      // A swipe over the message answers it; this one does not.
      onTouchStart={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        event.stopPropagation();
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(momentAt(event));
      }}
      onPointerMove={(event) => dragged !== undefined && setDragged(momentAt(event))}
      onPointerUp={(event) => {
        if (dragged !== undefined) onSeek(momentAt(event));
        setDragged(undefined);
      }}
      onPointerCancel={() => setDragged(undefined)}
    >
      <WaveBars levels={levels} share={of === 0 ? 0 : now / of} />
    </span>
  );
}

const isRightToLeft = (element: Element): boolean => getComputedStyle(element).direction === 'rtl';

/** Where a key leads, ms; undefined for one that leads nowhere. */
function keyMoment({ key, currentTarget }: KeyboardEvent<HTMLElement>, now: number, of: number): number | undefined {
  const isBack = key === (isRightToLeft(currentTarget) ? 'ArrowRight' : 'ArrowLeft');
  const isOn = key === (isRightToLeft(currentTarget) ? 'ArrowLeft' : 'ArrowRight');
  if (key === 'Home') return 0;
  if (key === 'End') return of;
  if (isOn || key === 'ArrowUp') return Math.min(of, now + step);
  if (isBack || key === 'ArrowDown') return Math.max(0, now - step);
  if (key === 'PageUp') return Math.min(of, now + leap);
  return key === 'PageDown' ? Math.max(0, now - leap) : undefined;
}
