import { canInvite } from '#domain/permissions.ts';
import { memberState } from '#protocol/entities/member.ts';
import { AppError } from '#protocol/errors.ts';
import { toMemberId, type ChatId, type OpId, type UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import type { ChatOutcome } from './chatOutcome.ts';
import { enterChat, type Entered } from './enterChat.ts';
import { checkInvitees, findPeople, type Invitee } from './findPeople.ts';
import { joinMembers } from './joinMembers.ts';
import { stampUrevs } from './stampUrevs.ts';

export interface InviteInput {
  c: ChatId;
  user: UserId;
  users: UserId[];
  op: OpId;
}

/** Adds people to a group at once; who is in already is skipped. Throws NOT_MEMBER, FORBIDDEN, NOT_FOUND, BLOCKED, FULL. */
export const inviteMembers = writeUnit(
  async (tx: Tx, input: InviteInput): Promise<ChatOutcome<{ r: number; added: UserId[] }>> => {
    const entered = await enterChat(tx, input.c, input.user);
    const { head, me, a } = entered;
    const { result, isRepeat } = await withOp(
      tx,
      { userId: input.user, op: input.op, name: 'chat.invite' },
      async () => {
        if (!canInvite(standingOf(head, me))) throw new AppError('FORBIDDEN');
        const people = await findNew(tx, input.c, await findPeople(tx, input.users));
        if (people.length > 0) await add(tx, input, entered, people);
        return { r: head.rev, added: people.map(({ id }) => id) };
      },
    );
    if (isRepeat || result.added.length === 0) return { result, people: [] };
    const change = await readChange(tx, input.c, a);
    return { result, ...(change ? { change } : {}), people: result.added };
  },
);

async function add(tx: Tx, input: InviteInput, { head, me, pver }: Entered, people: Invitee[]): Promise<void> {
  await checkInvitees(tx, input.user, people);
  if (head.members + people.length > limits.groupMax) throw new AppError('FULL');
  const mid = toMemberId(me.mid);
  const body = { ev: 'added' as const, by: mid, who: people.map(({ id }) => toMemberId(id)) };
  await appendSystemLine(tx, head, { mid, pver, body });
  await joinMembers(tx, head, people);
  await writeHead(tx, head);
  await stampUrevs(
    tx,
    input.c,
    people.map(({ id }) => id),
  );
}

/** Those who are not in. Who was banned stays out. */
async function findNew(tx: Tx, c: ChatId, people: Invitee[]): Promise<Invitee[]> {
  const rows = await tx.sql<{ user_id: number; state: number }>(
    `SELECT user_id, state FROM members WHERE chat_id = ? AND user_id IN (${placeholders(people.length)})`,
    [c, ...people.map(({ id }) => id)],
  );
  const states = new Map(rows.map((row) => [row.user_id, row.state]));
  if (rows.some(({ state }) => state === memberState.banned)) throw new AppError('FORBIDDEN');
  return people.filter(({ id }) => states.get(id) !== memberState.joined);
}
