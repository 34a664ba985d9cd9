import { useState } from 'react';
import { cx } from '#client/ui/cx.ts';

export type SoftImageProps = {
  /** undefined while there is none to be had */
  src: string | undefined;
  /** nothing is at that address */
  onBroken?: ((src: string) => void) | undefined;
  /** fetched only where it is near to sight */
  isLazy?: boolean;
};

/** A picture that fills the box around it and is faded in once it is there. Until then, and where it cannot be had, what is behind it is seen. */
export function SoftImage({ src, onBroken, isLazy = false }: SoftImageProps) {
  const [isShown, setShown] = useState(false);
  if (src === undefined) return null;
  return (
    <img
      loading={isLazy ? 'lazy' : 'eager'}
      src={src}
      alt=""
      draggable={false}
      decoding="async"
      onLoad={() => setShown(true)}
      onError={() => {
        setShown(false);
        onBroken?.(src);
      }}
      className={cx(
        'absolute inset-0 size-full object-cover transition-opacity duration-(--enter)',
        !isShown && 'opacity-0',
      )}
    />
  );
}
