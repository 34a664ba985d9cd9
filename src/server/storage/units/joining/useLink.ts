import { mustAsk } from '#domain/permissions.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { lockHead } from '#server/storage/rows/lockHead.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { findOp, withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import { comeIn, type Place } from './comeIn.ts';
import { chatOfCode, loadLiveLink } from './liveLinks.ts';
import { loadRequest, loadState } from './loadRequest.ts';

export interface UseLinkInput {
  user: UserId;
  code: string;
  /** the name there, in a community */
  nn?: string | undefined;
  note?: string | undefined;
  op: OpId;
}
/** `in`: he is a member now (or was one). */
export interface Used {
  c: ChatId;
  state: Place;
}

/**
 * Comes in by a link, or asks to be let in. Uses are counted under the lock of the chat, so that a link never lets in more people than it says. Throws GONE,
 * FULL, BANNED, RATE (refused lately), NAME_TAKEN, BAD (a community and no name), FORBIDDEN.
 */
export const useLink = writeUnit(async (tx: Tx, input: UseLinkInput): Promise<ChatOutcome<Used>> => {
  const operation = { userId: input.user, op: input.op, name: 'link.use' };
  const done = await findOp<Used>(tx, operation);
  if (done) return { result: done.result, people: [] };
  const c = await chatOfCode(tx, input.code);
  const head = await lockHead(tx, c);
  const a = head.rev;
  const people: UserId[] = [];
  const { result } = await withOp(tx, operation, async (): Promise<Used> => {
    const state = await loadState(tx, c, input.user);
    if (state === memberState.joined) return { c, state: 'in' };
    const request = await loadRequest(tx, c, input.user);
    const isWaiting = request?.state === requestState.waiting;
    const { set } = standingOf(head, { state: 0, role: 0 });
    if (set?.over !== undefined) throw new AppError('GONE');
    const asks = mustAsk(set, state === memberState.invited);
    if (isWaiting && asks && state !== memberState.banned) return { c, state: 'waiting' };
    const link = await loadLiveLink(tx, input.code);
    if (state === memberState.banned) throw new AppError('BANNED');
    // His request has used the link already.
    const isCounted = request?.code === link.code && request.state !== requestState.accepted;
    if (!isCounted) await tx.sql('UPDATE invite_links SET uses = uses + 1 WHERE code = ?', [link.code]);
    const { nn, note } = input;
    const came = await comeIn(tx, head, { user: input.user, nn, code: link.code, note, request }, asks);
    people.push(...came.people);
    await stampUrevs(tx, c, people);
    return { c, state: came.state };
  });
  const change = await readChange(tx, c, a);
  return { result, ...(change ? { change } : {}), people };
});
