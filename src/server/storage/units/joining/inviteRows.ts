import { foldText } from '#domain/foldText.ts';
import { mayAddDirectly, groupAddPref } from '#domain/groupAddRules.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { Invitee } from '#server/storage/units/chats/findPeople.ts';

/** Splits people into those whom this person may add at once and those who must be asked. */
export async function splitByConsent(
  tx: Tx,
  inviter: UserId,
  people: readonly Invitee[],
): Promise<{ add: Invitee[]; ask: Invitee[] }> {
  if (people.length === 0) return { add: [], ask: [] };
  const rows = await tx.sql<{ id: number; relation: number | null; audience: string | null }>(
    `SELECT u.id, k.state AS relation, p.val AS audience FROM users u
     LEFT JOIN contacts k ON k.user_id = u.id AND k.peer_id = ?
     LEFT JOIN user_prefs p ON p.user_id = u.id AND p.key = '${groupAddPref}'
     WHERE u.id IN (${placeholders(people.length)})`,
    [inviter, ...people.map(({ id }) => id)],
  );
  const direct = new Set(
    rows
      .filter(({ relation, audience }) => {
        const isFriend = relation === contactState.friend || relation === contactState.hidden;
        return mayAddDirectly(audience === null ? undefined : (JSON.parse(audience) as string), isFriend);
      })
      .map(({ id }) => id),
  );
  return { add: people.filter(({ id }) => direct.has(id)), ask: people.filter(({ id }) => !direct.has(id)) };
}

const insert = `INSERT INTO members (chat_id, user_id, mid, state, role, name_key, rev, join_rev, join_n, floor_seq, read_seq, read_n,
    joined_at, invited_by) VALUES (?, ?, ?, ${memberState.invited}, ${memberRole.member}, ?, ?, ?, ?, ${Number.MAX_SAFE_INTEGER}, ?, ?, ?, ?)
  ON CONFLICT (chat_id, user_id) DO UPDATE SET state = ${memberState.invited}, role = ${memberRole.member}, rev = excluded.rev,
    floor_seq = excluded.floor_seq, mver = members.mver + 1, hidden_rev = 0, invited_by = excluded.invited_by`;

/**
 * Invites people who are not in, at the head's rev, which the caller has raised for it. An invited person sees of the chat its name and how many are in; the
 * floor keeps him from everything else. What he read when he was in before stays, so that old read counts do not change. Throws FULL when somebody has
 * too many invitations to answer.
 */
export async function inviteRows(tx: Tx, head: LockedHead, by: number, people: readonly Invitee[]): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map(({ id }) => id);
  const flooded = await tx.sql<{ user_id: number }>(
    `SELECT user_id FROM members WHERE state = ${memberState.invited} AND user_id IN (${placeholders(ids.length)})
     GROUP BY user_id HAVING count(*) >= ${limits.invitationsMax} LIMIT 1`,
    ids,
  );
  if (flooded.length > 0) throw new AppError('FULL');
  // In order of ids, because these rows stay locked until commit.
  for (const { id, name } of people.toSorted((one, other) => one.id - other.id)) {
    const place = [head.rev, head.rev, head.n, head.rev, head.n];
    await tx.sql(insert, [head.chat_id, id, id, foldText(name), ...place, tx.now, by]);
  }
  head.mrev = head.rev;
}
