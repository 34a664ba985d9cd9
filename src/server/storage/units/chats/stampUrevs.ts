import type { ChatId, UserId } from '#protocol/ids.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import type { Tx } from '#server/storage/unit.ts';

/**
 * Gives the changed member rows of these people their next user revs, by which their devices find them. Last step of a change: personal counters are
 * locked after the rows of members, and in order of ids, so that no two changes wait for each other.
 */
export async function stampUrevs(tx: Tx, c: ChatId, people: readonly UserId[]): Promise<void> {
  for (const user of people.toSorted((one, other) => one - other)) {
    const urev = await bumpUrev(tx, user);
    await tx.sql('UPDATE members SET urev = ? WHERE chat_id = ? AND user_id = ?', [urev, c, user]);
  }
}
