import { canInvite } from '#domain/permissions.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { closeRequests } from '#server/storage/units/joining/closeRequests.ts';
import { inviteRows, splitByConsent } from '#server/storage/units/joining/inviteRows.ts';
import { tellApprovers } from '#server/storage/units/joining/tellApprovers.ts';
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
/** `added` are in, `invited` have been asked; who was in, or had been asked, is in neither. */
export interface InviteResult {
  r: number;
  added: UserId[];
  invited: UserId[];
}

/**
 * Brings people into a group: at once who lets the inviter add them, by an invitation everybody else. Throws NOT_MEMBER, FORBIDDEN, NOT_FOUND, BLOCKED,
 * FULL.
 */
export const inviteMembers = writeUnit(async (tx: Tx, input: InviteInput): Promise<ChatOutcome<InviteResult>> => {
  const entered = await enterChat(tx, input.c, input.user);
  const { head, me, a } = entered;
  const people: UserId[] = [];
  const operation = { userId: input.user, op: input.op, name: 'chat.invite' };
  const { result, isRepeat } = await withOp(tx, operation, async (): Promise<InviteResult> => {
    // Into a community people come by themselves: nobody else knows which account a member is.
    if (head.kind !== chatKind.group || !canInvite(standingOf(head, me))) throw new AppError('FORBIDDEN');
    const { add, ask } = await findNew(tx, input, await findPeople(tx, input.users));
    if (add.length + ask.length > 0) people.push(...(await bring(tx, input, entered, { add, ask })));
    return { r: head.rev, added: add.map(({ id }) => id), invited: ask.map(({ id }) => id) };
  });
  if (isRepeat || people.length === 0) return { result, people: [] };
  const change = await readChange(tx, input.c, a);
  return { result, ...(change ? { change } : {}), people };
});

/** Answers whose own rows changed. */
async function bring(
  tx: Tx,
  input: InviteInput,
  { head, me, pver }: Entered,
  { add, ask }: { add: Invitee[]; ask: Invitee[] },
): Promise<UserId[]> {
  await checkInvitees(tx, input.user, [...add, ...ask]);
  if (head.members + add.length > head.member_cap) throw new AppError('FULL');
  const mid = toMemberId(me.mid);
  const people = [...add, ...ask].map(({ id }) => id);
  if (add.length > 0) {
    const body = { ev: 'added' as const, by: mid, who: add.map(({ id }) => toMemberId(id)) };
    await appendSystemLine(tx, head, { mid, pver, body });
    await joinMembers(tx, head, add);
    const added = add.map(({ id }) => id);
    if (await closeRequests(tx, head, added, requestState.accepted)) people.push(...(await tellApprovers(tx, head)));
  } else head.rev += 1;
  await inviteRows(tx, head, me.mid, ask);
  await writeHead(tx, head);
  const changed = [...new Set(people)];
  await stampUrevs(tx, input.c, changed);
  return changed;
}

/** Those who are not in, less those who have been asked already and still have to be. Who was banned stays out. */
async function findNew(
  tx: Tx,
  { c, user }: InviteInput,
  people: Invitee[],
): Promise<{ add: Invitee[]; ask: Invitee[] }> {
  const rows = await tx.sql<{ user_id: number; state: number }>(
    `SELECT user_id, state FROM members WHERE chat_id = ? AND user_id IN (${placeholders(people.length)})`,
    [c, ...people.map(({ id }) => id)],
  );
  const states = new Map(rows.map((row) => [row.user_id, row.state]));
  if (rows.some(({ state }) => state === memberState.banned)) throw new AppError('FORBIDDEN');
  const out = people.filter(({ id }) => states.get(id) !== memberState.joined);
  const { add, ask } = await splitByConsent(tx, user, out);
  return { add, ask: ask.filter(({ id }) => states.get(id) !== memberState.invited) };
}
