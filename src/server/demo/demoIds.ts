import type { SeededRandom } from '#base/seededRandom.ts';
import type { UserId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import type { RowIds } from '#server/storage/rows/rowIds.ts';

/** Ids that are the same for the same seed, for everything that the demo writes. */
export interface DemoIds extends RowIds {
  userId(): UserId;
}

/** Makes the ids of the demo from its random numbers, so that links and pictures of it stay true from one start to the next. */
export function demoIds(random: SeededRandom): DemoIds {
  const word = () => random.below(0x1_0000_0000).toString(16).padStart(8, '0');
  const id = () => 1 + random.below(2 ** 32) * 2 ** 20 + random.below(2 ** 20);
  return {
    id,
    uuid() {
      const hex = word() + word() + word() + word();
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
    userId: () => toUserId(id()),
  };
}
