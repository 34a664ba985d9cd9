import { useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '#client/ui/cx.ts';
import { Slider } from '#client/ui/Slider.tsx';
import { clampCrop, moveCrop, squareOf, zoomMax, type Crop, type Extent } from './clampCrop.ts';
import { useCropGestures } from './useCropGestures.ts';

export type CropViewProps = {
  src: string;
  extent: Extent;
  crop: Crop;
  /** the shape in which others see it */
  shape: 'person' | 'place';
  onChange: (change: (crop: Crop) => Crop) => void;
};

/** How far a key moves the picture, as a share of the square, and how much it enlarges. */
const keyStep = 0.05;
const keyZoom = 1.1;

const keyMoves: Readonly<Record<string, { dx: number; dy: number }>> = {
  ArrowLeft: { dx: keyStep, dy: 0 },
  ArrowRight: { dx: -keyStep, dy: 0 },
  ArrowUp: { dx: 0, dy: keyStep },
  ArrowDown: { dx: 0, dy: -keyStep },
};
const keyZooms: Readonly<Record<string, number>> = { '+': keyZoom, '=': keyZoom, '-': 1 / keyZoom };

/** A picture under a square window: drawn, pinched and scrolled by hand; for keyboard and screen reader two sliders move it and one enlarges it. */
export function CropView({ src, extent, crop, shape, onChange }: CropViewProps) {
  const { t } = useTranslation();
  const view = useRef<HTMLDivElement>(null);
  const gestures = useCropGestures(view, extent, onChange);
  const { left, top, side } = squareOf(extent, crop);
  const percent = (value: number): string => `${(value / side) * 100}%`;
  const place: CSSProperties = {
    width: percent(extent.width),
    height: percent(extent.height),
    left: percent(-left),
    top: percent(-top),
  };
  const handleKey = (event: KeyboardEvent) => {
    const move = keyMoves[event.key];
    const zoom = keyZooms[event.key];
    if (!move && zoom === undefined) return;
    event.preventDefault();
    if (move) onChange((old) => moveCrop(extent, old, move));
    else if (zoom !== undefined) onChange((old) => clampCrop(extent, { ...old, zoom: old.zoom * zoom }));
  };
  return (
    <div className="group grid gap-4">
      <div
        ref={view}
        aria-hidden
        {...gestures}
        className="relative mx-auto aspect-square w-full max-w-80 cursor-grab touch-none overflow-hidden rounded-card bg-surface-sunken outline-offset-2 outline-focus select-none group-has-[.nudge:focus-visible]:outline-2 active:cursor-grabbing"
      >
        <img src={src} alt="" draggable={false} className="absolute max-w-none" style={place} />
        <span
          className={cx(
            'pointer-events-none absolute inset-0 shadow-[0_0_0_200px_var(--scrim)] ring-1 ring-line',
            shape === 'place' ? 'rounded-[28%]' : 'rounded-full',
          )}
        />
      </div>
      <div role="group" aria-label={t('picture.crop')} className="grid gap-1">
        <Nudge
          label={t('picture.moveX')}
          share={crop.x}
          onKeyDown={handleKey}
          onChange={(x) => onChange((old) => clampCrop(extent, { ...old, x }))}
        />
        <Nudge
          label={t('picture.moveY')}
          share={crop.y}
          onKeyDown={handleKey}
          onChange={(y) => onChange((old) => clampCrop(extent, { ...old, y }))}
        />
        <Slider
          label={t('picture.zoom')}
          min={1}
          max={zoomMax}
          step={0.05}
          value={crop.zoom}
          valueText={t('picture.zoomValue', { percent: Math.round(crop.zoom * 100) })}
          onChange={(zoom) => onChange((old) => clampCrop(extent, { ...old, zoom }))}
        />
      </div>
      <p className="text-12 text-balance text-ink-faint">{t('picture.cropHint')}</p>
    </div>
  );
}

/** A slider that only the keyboard and screen readers find; its focus shows on the picture. Left stays left in every language. */
function Nudge({
  label,
  share,
  onKeyDown,
  onChange,
}: {
  label: string;
  share: number;
  onKeyDown: (event: KeyboardEvent) => void;
  onChange: (share: number) => void;
}) {
  const { t } = useTranslation();
  const percent = Math.round(share * 100);
  return (
    <input
      type="range"
      dir="ltr"
      aria-label={label}
      aria-valuetext={t('picture.zoomValue', { percent })}
      min={0}
      max={100}
      value={percent}
      onKeyDown={onKeyDown}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber / 100)}
      className="nudge sr-only"
    />
  );
}
