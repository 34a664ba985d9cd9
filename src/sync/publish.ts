import type { ChangeBatch } from './changes.ts';
import type { TabLine } from './ports.ts';

/** Announces what a commit wrote, and gives back its result; `hear` is told first. A commit that wrote nothing is not news. */
export async function publish<T>(
  line: TabLine,
  commit: Promise<{ result: T; batch: ChangeBatch }>,
  hear: (batch: ChangeBatch) => void = () => undefined,
): Promise<T> {
  const { result, batch } = await commit;
  if (batch.num > 0) {
    hear(batch);
    line.announce({ t: 'batch', batch });
  }
  return result;
}
