import { BadgeCheck } from 'lucide-react';
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
  src?: string;
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

/** Somebody's face: a picture, or the initials on a colour that belongs to the id. */
export function Avatar({
  id,
  name,
  size = 48,
  shape = 'person',
  src,
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
      {src ? (
        <img
          src={src}
          alt=""
          width={size}
          height={size}
          draggable={false}
          className="size-full rounded-[inherit] object-cover"
        />
      ) : (
        initials
      )}
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
