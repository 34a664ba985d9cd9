import { pictureOf } from '#domain/faceId.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import type { AvatarSize } from '#client/ui/Avatar.tsx';
import { cx } from '#client/ui/cx.ts';
import { Face } from './Face.tsx';

export type AppIconProps = {
  app: Pick<AppCard, 'id' | 'icon'>;
  /** as it is shown beside the icon; its first letter stands where there is no picture */
  name: string;
  size?: AvatarSize;
  /** the accessible name; without it the icon is decoration beside a visible name */
  label?: string;
  className?: string;
};

/** The face of a mini-app: a rounded square with its picture, or its first letter on full colour, so that nobody takes it for a person or a community. */
export function AppIcon({ app: { id, icon }, name, className, ...rest }: AppIconProps) {
  const picture = pictureOf(icon);
  // Avatars take the first letters of two words; an app has one.
  const [word = name] = name.trim().split(/\s+/u);
  return (
    <Face
      {...rest}
      face={picture === undefined ? id : `${id}/${picture}`}
      name={word}
      shape="place"
      className={cx(
        'bg-[linear-gradient(150deg,oklch(0.64_0.11_var(--h)),oklch(0.46_0.1_var(--h)))] text-white!',
        className,
      )}
    />
  );
}
