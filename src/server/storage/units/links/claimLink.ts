import type { ChatId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import { linkState } from '#server/storage/schema/linkTables.ts';
import { readUnit, writeUnit, type Tx } from '#server/storage/unit.ts';
import type { FoundCard } from './FoundCard.ts';
import { linkTimes, linkTriesMax } from './linkTimes.ts';

/** Messages that wait for the card of one address. */
export interface ClaimedLink {
  readonly url: string;
  readonly places: readonly { c: ChatId; s: number }[];
  /** What is known already: null, that there is nothing; undefined: it is to be fetched now, by whoever claimed it. */
  readonly known: FoundCard | null | undefined;
}

/** Whether some link is due: asked often, and mostly not. */
export const hasDueLink = readUnit(async (tx, _input: undefined): Promise<boolean> => {
  const rows = await tx.sql<{ seq: number }>('SELECT seq FROM link_jobs WHERE due_at <= ? LIMIT 1', [tx.now]);
  return rows.length > 0;
});

/** Gives one address that is due to one node, with all messages that wait for it. Whoever does not end it (`endLink`) loses it after a while. Null: nothing is due. */
export const claimLink = writeUnit(async (tx, _input: undefined): Promise<ClaimedLink | null> => {
  for (;;) {
    const [due] = await tx.sql<{ url: string }>('SELECT url FROM link_jobs WHERE due_at <= ? ORDER BY due_at LIMIT 1', [
      tx.now,
    ]);
    if (!due) return null;
    const { url } = due;
    const known = await askFinds(tx, url);
    if (known?.state === linkState.fetching) {
      // Another node is at it, or it has to wait.
      await tx.sql('UPDATE link_jobs SET due_at = ? WHERE url = ? AND due_at <= ?', [known.until, url, tx.now]);
      continue;
    }
    // Nor is one tried for ever under which nodes die.
    await tx.sql('DELETE FROM link_jobs WHERE url = ? AND tries > ?', [url, linkTriesMax]);
    const claimed = await tx.sql<{ chat_id: number; seq: number }>(
      'UPDATE link_jobs SET tries = tries + 1, due_at = ? WHERE url = ? AND due_at <= ? RETURNING chat_id, seq',
      [tx.now + linkTimes.tryMs, url, tx.now],
    );
    // On PostgreSQL another node may have been faster.
    if (claimed.length === 0) continue;
    const places = claimed.map(({ chat_id: c, seq: s }) => ({ c: toChatId(c), s }));
    return { url, places, known: known && (known.card === null ? null : (JSON.parse(known.card) as FoundCard)) };
  }
});

interface Known {
  state: number;
  card: string | null;
  until: number;
}

/** What is known about an address; where nothing is, it is the caller's to find out from now on, and undefined is answered. */
async function askFinds(tx: Tx, url: string): Promise<Known | undefined> {
  const taken = await tx.sql<{ url: string }>(
    `INSERT INTO link_finds (url, state, card, until) VALUES (?, ${linkState.fetching}, NULL, ?)
      ON CONFLICT (url) DO UPDATE SET state = excluded.state, card = NULL, until = excluded.until WHERE link_finds.until <= ?
      RETURNING url`,
    [url, tx.now + linkTimes.tryMs, tx.now],
  );
  if (taken.length > 0) return undefined;
  const [known] = await tx.sql<Known>('SELECT state, card, until FROM link_finds WHERE url = ?', [url]);
  return known;
}
