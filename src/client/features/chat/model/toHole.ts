import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import type { FeedHole, FeedItem } from './FeedItem.ts';

type StoredMessage = ChatWindowState['messages'][number];
type Hole = ChatWindowState['holes'][number];

/**
 * What is known of a gap between two messages. Countable messages have ordinals, so that the neighbours tell how many are missing between them. A gap
 * that lies inside a former one (`before`: the previous lines) is what is left of it.
 */
export function toHole(
  { from, to }: Hole,
  messages: readonly StoredMessage[],
  next: number,
  before: readonly FeedItem[],
): FeedHole {
  const below = messages.slice(0, next).findLast(({ n }) => n !== undefined);
  const above = messages.slice(next).find(({ n }) => n !== undefined);
  const missing =
    below?.n === undefined || above?.n === undefined ? undefined : Math.max(0, above.n - below.n - 1) || undefined;
  const former = before.find(({ hole }) => hole && hole.from <= from && hole.to >= to)?.hole;
  const hole = { from, to, missing, atFirst: former?.atFirst ?? missing, since: messages[next - 1]?.at };
  const isSame = former && (Object.keys(hole) as (keyof FeedHole)[]).every((key) => former[key] === hole[key]);
  return isSame ? former : hole;
}
