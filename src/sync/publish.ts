import type { ChangeBatch } from './changes.ts';
import type { TabLine } from './ports.ts';

/** Announces what a commit wrote, and gives back its result. A commit that wrote nothing is not news. */
export async function publish<T>(line: TabLine, commit: Promise<{ result: T; batch: ChangeBatch }>): Promise<T> {
  const { result, batch } = await commit;
  if (batch.num > 0) line.announce({ t: 'batch', batch });
  return result;
}
