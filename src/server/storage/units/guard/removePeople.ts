import { needsSecondAdmin } from '#domain/guardRules.ts';
import type { ActId } from '#protocol/entities/guardedAct.ts';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { toMemberId, toUserId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { Entered } from '#server/storage/units/chats/enterChat.ts';
import { actState, type ActRow, type RemovedPerson, type RemovePayload } from './actTypes.ts';
import { guardiansOf } from './guardiansOf.ts';
import { noteAct } from './noteAct.ts';
import { takeOut } from './takeOut.ts';

/** What became of a wish to remove people. `act`: it waits. */
export interface Removal {
  r: number;
  act?: ActId;
  /** accounts of those who are out now */
  users: UserId[];
}

/**
 * Removes people whom the asker may remove (the caller has checked it), or makes it wait for a second admin when they are too many. Throws WINDOW while an
 * earlier wish of the same person waits.
 */
export async function removePeople(
  tx: Tx,
  entered: Entered,
  others: readonly MemberRow[],
  ban: boolean,
): Promise<Removal> {
  const { head, me, pver } = entered;
  const [waiting] = await tx.sql<ActRow>(
    `SELECT * FROM guarded_acts WHERE chat_id = ? AND by_mid = ? AND state = ${actState.waiting} LIMIT 1`,
    [head.chat_id, me.mid],
  );
  if (waiting) throw new AppError('WINDOW', { retry: Math.max(0, (waiting.due_at ?? 0) - tx.now) });
  if (needsSecondAdmin(await countRecent(tx, head.chat_id, me.mid), others.length))
    return holdRemoval(tx, entered, others, ban);
  const merge = (removed: RemovedPerson[]) => (so?: RemovePayload) => withPeople(so, removed, ban);
  // Noted twice: before, so that an admin who is taken out here is among those who led; after, with what it did.
  const doing = { c: head.chat_id, by: me.mid, rev: head.rev, kind: 'remove' as const };
  await noteAct<RemovePayload>(tx, doing, merge([]));
  const removed = await takeOut(tx, head, { by: me.mid, pver, nickname: me.nickname, others, ban });
  await noteAct<RemovePayload>(tx, doing, merge(removed));
  return { r: head.rev, users: removed.map(({ user }) => toUserId(user)) };
}

/** Who is removed a second time keeps the role he had at first. */
function withPeople(so: RemovePayload | undefined, removed: readonly RemovedPerson[], ban: boolean): RemovePayload {
  const people = new Map((so?.people ?? []).map((person) => [person.mid, person]));
  for (const person of removed) {
    const before = people.get(person.mid);
    people.set(person.mid, before ? { ...person, role: before.role, roleAt: before.roleAt } : person);
  }
  return { ban: so?.ban === true || ban, mids: [], people: [...people.values()] };
}

/** People this person removed within ten minutes, less those whose removal a second admin approved. An undone removal counts. */
async function countRecent(tx: Tx, c: number, mid: number): Promise<number> {
  const since = tx.now - limits.guardWindowMs;
  const acts = await tx.sql<{ payload: string }>(
    `SELECT payload FROM guarded_acts WHERE chat_id = ? AND by_mid = ? AND kind = 'remove' AND decided_by IS NULL AND at > ?`,
    // An act gathers what is done within ten minutes, so its last removal may be as much younger than its beginning.
    [c, mid, since - limits.guardWindowMs],
  );
  return acts
    .flatMap(({ payload }) => (JSON.parse(payload) as RemovePayload).people)
    .filter((person) => person.at > since).length;
}

async function holdRemoval(
  tx: Tx,
  { head, me, pver }: Entered,
  others: readonly MemberRow[],
  ban: boolean,
): Promise<Removal> {
  const id = tx.ids.uuid() as ActId;
  const mid = toMemberId(me.mid);
  const payload: RemovePayload = { ban, mids: others.map((other) => other.mid), people: [] };
  await tx.sql(
    `INSERT INTO guarded_acts (id, chat_id, kind, state, by_mid, rev, at, due_at, guardians, payload)
      VALUES (?, ?, 'remove', ${actState.waiting}, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      head.chat_id,
      me.mid,
      head.rev,
      tx.now,
      tx.now + limits.guardWaitMs,
      JSON.stringify(await guardiansOf(tx, head.chat_id)),
      JSON.stringify(payload),
    ],
  );
  await appendSystemLine(tx, head, {
    mid,
    pver,
    nickname: me.nickname,
    body: { ev: 'waiting', by: mid, n: others.length },
  });
  await tx.sql('UPDATE chats SET waiting = waiting + 1, rev = ? WHERE id = ?', [head.rev, head.chat_id]);
  await writeHead(tx, head);
  return { r: head.rev, act: id, users: [] };
}
