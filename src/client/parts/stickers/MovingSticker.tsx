import { useRef } from 'react';
import type { Sticker } from '#domain/stickerPacks.ts';
import { StickerFigure } from './StickerFigure.tsx';
import { useInSight } from './useInSight.ts';

export type MovingStickerProps = { sticker: Sticker; alt: string; className?: string };

/** A sticker that moves three times while somebody can see it, and stands still whenever nobody can. */
export function MovingSticker({ sticker, alt, className }: MovingStickerProps) {
  const figure = useRef<SVGSVGElement>(null);
  const isInSight = useInSight(figure);
  return (
    <StickerFigure
      ref={figure}
      sticker={sticker}
      alt={alt}
      motion={isInSight ? 'moving' : 'waiting'}
      {...(className === undefined ? {} : { className })}
    />
  );
}
