import type { AvatarSize } from '#client/ui/Avatar.tsx';
import { cx } from '#client/ui/cx.ts';
import { Face } from './Face.tsx';

export type FaceStackProps = {
  /** `id`: the face */
  people: readonly { id: string; name: string; src?: string }[];
  size?: AvatarSize;
  /** how many faces at most */
  max?: number;
  className?: string;
};

/** A few faces that overlap, for "these people". Decoration: say who in words beside it. */
export function FaceStack({ people, size = 24, max = 3, className }: FaceStackProps) {
  return (
    <span aria-hidden className={cx('inline-flex flex-none', className)}>
      {people.slice(0, max).map(({ id, ...person }, index) => (
        <Face key={id} {...person} face={id} size={size} className={cx('ring-2 ring-plane', index > 0 && '-ms-1.5')} />
      ))}
    </span>
  );
}
