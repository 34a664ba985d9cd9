import { forUpdate } from '#server/storage/rows/forUpdate.ts';
import { linkState } from '#server/storage/schema/linkTables.ts';
import { writeUnit } from '#server/storage/unit.ts';
import type { FoundCard } from './FoundCard.ts';
import { linkTimes, linkTriesMax } from './linkTimes.ts';

/** How the look at an address ended. `later`: it may go better another time. */
export type LinkOutcome =
  | { readonly kind: 'found'; readonly card: FoundCard }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'later' };

/**
 * Writes down what was found at a claimed address. Where it may go better later, the messages that wait are tried again, each at most three times in all, with
 * longer and longer pauses; the others get no card.
 */
export const endLink = writeUnit(async (tx, { url, outcome }: { url: string; outcome: LinkOutcome }): Promise<null> => {
  const set = (state: number, card: string | null, ms: number): Promise<object[]> =>
    tx.sql('UPDATE link_finds SET state = ?, card = ?, until = ? WHERE url = ?', [state, card, tx.now + ms, url]);
  // Before the messages, as in `claimLink`: two nodes never wait for each other.
  await tx.sql(`SELECT url FROM link_finds WHERE url = ?${forUpdate(tx)}`, [url]);
  if (outcome.kind === 'found') {
    await set(linkState.found, JSON.stringify(outcome.card), linkTimes.foundMs);
    return null;
  }
  if (outcome.kind === 'later') {
    await tx.sql('DELETE FROM link_jobs WHERE url = ? AND tries >= ?', [url, linkTriesMax]);
    const [next] = await tx.sql<{ tries: number }>(
      'SELECT tries FROM link_jobs WHERE url = ? ORDER BY tries DESC LIMIT 1',
      [url],
    );
    if (next) {
      const ms = linkTimes.againMs[Math.max(0, next.tries - 1)] ?? linkTimes.tryMs;
      await set(linkState.fetching, null, ms);
      await tx.sql('UPDATE link_jobs SET due_at = ? WHERE url = ?', [tx.now + ms, url]);
      return null;
    }
  }
  await tx.sql('DELETE FROM link_jobs WHERE url = ?', [url]);
  await set(linkState.nothing, null, linkTimes.nothingMs);
  return null;
});

/** Forgets what does not hold any more. Answers how many there were, at most `limit`. */
export const cleanLinks = writeUnit(async (tx, { limit }: { limit: number }): Promise<number> => {
  const gone = await tx.sql<{ url: string }>(
    `DELETE FROM link_finds WHERE url IN (SELECT f.url FROM link_finds f WHERE f.until <= ? ORDER BY f.until LIMIT ?) AND until <= ?
      RETURNING url`,
    [tx.now, limit, tx.now],
  );
  return gone.length;
});
