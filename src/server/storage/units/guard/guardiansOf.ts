import { isGuardian } from '#domain/guardRules.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import type { Tx } from '#server/storage/unit.ts';
import { actState, type RolePayload } from './actTypes.ts';

/**
 * Member ids of those who lead the chat now, and of those who did until a change of roles that can still be undone: who takes everybody's role first and
 * does the rest afterwards does not escape them.
 */
export async function guardiansOf(tx: Tx, c: number): Promise<number[]> {
  const leading = await tx.sql<{ mid: number }>(
    `SELECT mid FROM members WHERE chat_id = ? AND state = ${memberState.joined} AND role >= ${memberRole.admin}`,
    [c],
  );
  const acts = await tx.sql<{ payload: string }>(
    `SELECT payload FROM guarded_acts WHERE chat_id = ? AND kind = 'role' AND state = ${actState.done} AND undo_until > ?`,
    [c, tx.now],
  );
  const lately = acts
    .flatMap(({ payload }) => (JSON.parse(payload) as RolePayload).people)
    .filter(({ from }) => isGuardian(from));
  return [...new Set([...leading, ...lately].map(({ mid }) => mid))].sort((one, other) => one - other);
}
