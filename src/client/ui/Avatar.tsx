import { BadgeCheck } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import { initialsOf } from './initialsOf.ts';
import { personHue } from './personHue.ts';

export type AvatarSize = 20 | 24 | 32 | 36 | 40 | 48 | 56 | 64 | 72 | 96;

export type AvatarProps = {
  /** the id whose colour it takes */
  id: string;
  name: string;
  /** px */
  size?: AvatarSize;
  /** people and groups are circles, places (communities, official accounts, mini-apps) rounded squares */
  shape?: 'person' | 'place';
  /** a picture instead of the initials */
  src?: string | undefined;
  /** the picture at this address cannot be shown; the initials are */
  onBroken?: ((src: string) => void) | undefined;
  /** true shows the green dot; only for people */
  isOnline?: boolean;
  /** the mark of a checked official account */
  isVerified?: boolean;
  /** the accessible name; without it the avatar is decoration beside a visible name */
  label?: string;
  className?: string;
};

/** Size (px) of the dot and its distance from the corner: whole pixels, so that it stays round and sits on the circle at 45°. */
const DOTS: Record<AvatarSize, readonly [size: number, inset: number]> = {
  20: [8, -1],
  24: [8, -1],
  32: [10, 0],
  36: [10, 0],
  40: [10, 1],
  48: [12, 1],
  56: [12, 2],
  64: [14, 2],
  72: [14, 4],
  96: [16, 6],
};

/** Somebody's face: a picture, or the initials on a colour that belongs to the id. The initials stand until the picture is there, and stay when it never comes. */
export function Avatar({
  id,
  name,
  size = 48,
  shape = 'person',
  src,
  onBroken,
  isOnline = false,
  isVerified = false,
  label,
  className,
}: AvatarProps) {
  const [dot, inset] = DOTS[size];
  const initials = initialsOf(name);
  const style = {
    '--h': personHue(id),
    width: size,
    height: size,
    fontSize: Math.round(size * (initials.length > 2 ? 0.3 : 0.36)),
  } as CSSProperties;
  return (
    <span
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className={cx(
        'person-ground relative inline-grid flex-none place-items-center leading-none font-[650] tracking-normal select-none',
        shape === 'place' ? 'rounded-[28%]' : 'rounded-full',
        className,
      )}
      style={style}
    >
      {src ? <Picture key={nameOf(src)} src={src} size={size} initials={initials} onBroken={onBroken} /> : initials}
      {isOnline && (
        <span
          className="absolute rounded-full bg-presence ring-2 ring-plane"
          style={{ width: dot, height: dot, insetInlineEnd: inset, bottom: inset }}
        />
      )}
      {isVerified && (
        <span className="absolute -end-1 -bottom-1 grid size-[18px] place-items-center rounded-full bg-plane text-brand">
          <Icon
            icon={BadgeCheck}
            size={16}
            className="[&>path:first-child]:fill-current [&>path:last-child]:stroke-plane"
          />
        </span>
      )}
    </span>
  );
}

/** The same picture at another address (size, seal) takes the place of the one on screen; another picture begins with the initials. */
const nameOf = (src: string): string => (src.startsWith('/') ? (src.split('?')[0] ?? src) : src);

/** The picture over the initials: it shows itself only once it is whole, so that nothing flickers. */
function Picture({
  src,
  size,
  initials,
  onBroken,
}: Pick<AvatarProps, 'onBroken'> & { src: string; size: AvatarSize; initials: string }) {
  const image = useRef<HTMLImageElement>(null);
  const [isShown, setShown] = useState(false);
  // One that this page has shown before is there at once: the first paint has it already.
  useLayoutEffect(() => setShown(isWhole(image.current)), []);
  return (
    <>
      {!isShown && initials}
      <img
        ref={image}
        src={src}
        alt=""
        width={size}
        height={size}
        draggable={false}
        // Decoded later than the initials go, it would leave a hole for a frame.
        decoding="sync"
        onLoad={() => setShown(true)}
        onError={() => {
          setShown(false);
          onBroken?.(src);
        }}
        className={cx('absolute inset-0 size-full rounded-[inherit] object-cover', !isShown && 'opacity-0')}
      />
    </>
  );
}

const isWhole = (image: HTMLImageElement | null): boolean => image !== null && image.complete && image.naturalWidth > 0;
