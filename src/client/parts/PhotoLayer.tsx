import { useState } from 'react';
import { cx } from '#client/ui/cx.ts';

export type PhotoLayerProps = {
  /** address of the picture; undefined while there is none to be had */
  src: string | undefined;
  /** nothing is at this address */
  onBroken?: ((src: string) => void) | undefined;
};

/** A picture behind a conversation, dimmed so far that words over it can be read in both themes (chatLook.css). It is a layer of its own, which no scrolling paints again. */
export function PhotoLayer({ src, onBroken }: PhotoLayerProps) {
  const [isShown, setShown] = useState(false);
  return (
    <div aria-hidden className="photo-ground pointer-events-none absolute inset-0 overflow-hidden rounded-[inherit]">
      {src !== undefined && (
        <img
          src={src}
          alt=""
          decoding="async"
          draggable={false}
          onLoad={() => setShown(true)}
          onError={() => {
            setShown(false);
            onBroken?.(src);
          }}
          // Until it is there, and where it is not, the plain ground stays.
          className={cx('size-full object-cover transition-opacity duration-(--enter)', !isShown && 'opacity-0')}
        />
      )}
    </div>
  );
}
