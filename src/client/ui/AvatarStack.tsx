import { Avatar } from './Avatar.tsx';
import type { AvatarSize } from './Avatar.tsx';
import { cx } from './cx.ts';

export type AvatarStackProps = {
  people: readonly { id: string; name: string; src?: string }[];
  size?: AvatarSize;
  /** how many faces at most */
  max?: number;
  className?: string;
};

/** A few faces that overlap, for "these people". Decoration: say who in words beside it. */
export function AvatarStack({ people, size = 24, max = 3, className }: AvatarStackProps) {
  return (
    <span aria-hidden className={cx('inline-flex flex-none', className)}>
      {people.slice(0, max).map((person, index) => (
        <Avatar key={person.id} {...person} size={size} className={cx('ring-2 ring-plane', index > 0 && '-ms-1.5')} />
      ))}
    </span>
  );
}
