import { Skeleton } from './Skeleton.tsx';

export type SkeletonRowsProps = {
  /** "Loading your chats" */
  label: string;
  count?: number;
  /** px: 48 for chats, 40 for people */
  avatar?: 40 | 48;
};

/** Rows of a list that has not come yet, in the measure of the rows that will stand there. */
export function SkeletonRows({ label, count = 6, avatar = 48 }: SkeletonRowsProps) {
  return (
    <div role="status" aria-label={label} className="px-2">
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="flex items-center gap-3 p-2" style={{ minHeight: avatar + 24 }}>
          <Skeleton shape="person" height={avatar} />
          <div className="grid min-w-0 flex-1 grid-cols-1 gap-2.5">
            <Skeleton width={`${[48, 36, 56, 42][index % 4]}%`} height={13} />
            <Skeleton width={`${[80, 64, 72, 88][index % 4]}%`} height={11} />
          </div>
        </div>
      ))}
    </div>
  );
}
