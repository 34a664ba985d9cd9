import { useId, useMemo } from 'react';
import type { Ref } from 'react';
import type { Sticker } from '#domain/stickerPacks.ts';
import { cx } from '#client/ui/cx.ts';
import { stickerDrawings } from './stickerDrawings.ts';
import './stickerMotion.css';

export type StickerFigureProps = {
  sticker: Sticker;
  /** what is seen on it; without it the figure is decoration, because what surrounds it says so */
  alt?: string | undefined;
  /** `still`: moves only while its button is pointed at; `waiting`: stands where it is; `moving`: three times, then it rests */
  motion?: 'still' | 'waiting' | 'moving';
  className?: string;
  ref?: Ref<SVGSVGElement>;
};

/** One sticker, as large as its place. With reduced motion it is the still. */
export function StickerFigure({ sticker, alt, motion = 'still', className, ref }: StickerFigureProps) {
  const id = useId();
  const html = useMemo(() => {
    // Ids of a page are one space: each figure clips with its own.
    const own = id.replaceAll(/\W/g, '');
    const drawing = stickerDrawings[sticker.p][sticker.s];
    return { __html: drawing.replaceAll(/(id="|url\(#)(hd|bd)\b/g, `$1${own}$2`) };
  }, [id, sticker.p, sticker.s]);
  return (
    <svg
      ref={ref}
      viewBox="-9 -8 218 218"
      role={alt === undefined ? undefined : 'img'}
      aria-label={alt}
      aria-hidden={alt === undefined ? true : undefined}
      data-sticker={`${sticker.p}/${sticker.s}`}
      className={cx(
        'sticker block overflow-visible',
        `sticker-${sticker.s}`,
        motion !== 'still' && 'is-live',
        motion === 'waiting' && 'is-waiting',
        className,
      )}
      dangerouslySetInnerHTML={html}
    />
  );
}
