import { mustAsk } from '#domain/permissions.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { lockHead, type LockedHead } from '#server/storage/rows/lockHead.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import { comeIn, type Place } from '#server/storage/units/joining/comeIn.ts';
import { loadRequest, loadState } from '#server/storage/units/joining/loadRequest.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';

export interface JoinCommunityInput {
  c: ChatId;
  user: UserId;
  nn: string;
  code?: string | undefined;
  /** the answer to its question, where it has one */
  note?: string | undefined;
  op: OpId;
}

/**
 * Comes into a community by oneself, or asks to be let in where it wants to approve; who is in or waits already stays as he is. Throws NOT_FOUND (unknown,
 * closed, wrong code), BANNED, FULL, NAME_TAKEN, BAD, and for those who ask RATE (refused lately), GONE (nobody is there to let him in).
 */
export const joinCommunity = writeUnit(
  async (tx: Tx, input: JoinCommunityInput): Promise<ChatOutcome<{ c: ChatId; state: Place }>> => {
    const { c, user, nn, note } = input;
    const head = await lockPlace(tx, c);
    const a = head.rev;
    const people: UserId[] = [];
    const operation = { userId: user, op: input.op, name: 'community.join' };
    const { result } = await withOp(tx, operation, async () => {
      const state = await loadState(tx, c, user);
      if (state === memberState.joined) return { c, state: 'in' as const };
      const set = await checkEntry(tx, head, input, state);
      const asks = mustAsk(set, false);
      const request = await loadRequest(tx, c, user);
      if (asks && request?.state === requestState.waiting) return { c, state: 'waiting' as const };
      const came = await comeIn(tx, head, { user, nn, code: undefined, note, request }, asks);
      people.push(...came.people);
      await stampUrevs(tx, c, people);
      return { c, state: came.state };
    });
    const change = people.length > 0 ? await readChange(tx, c, a) : undefined;
    return { result, ...(change ? { change } : {}), people };
  },
);

/** Locks a community. Everything else that could be asked for looks like nothing. */
async function lockPlace(tx: Tx, c: ChatId): Promise<LockedHead> {
  try {
    const head = await lockHead(tx, c);
    if (head.kind === chatKind.community && head.parent_id === null) return head;
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'NOT_MEMBER')) throw error;
  }
  throw new AppError('NOT_FOUND');
}

/** Answers the settings of a community whose door this person may use. */
async function checkEntry(
  tx: Tx,
  head: LockedHead,
  input: JoinCommunityInput,
  state: number | undefined,
): Promise<ChatSettings> {
  const set = JSON.parse(head.settings) as ChatSettings;
  const { join = joinMode.closed, over } = set;
  const [chat] = await tx.sql<{ join_code: string | null; deleted_at: number | null }>(
    'SELECT join_code, deleted_at FROM chats WHERE id = ?',
    [input.c],
  );
  const isGone = chat?.deleted_at !== null || over !== undefined;
  const isWrong = join === joinMode.code && chat?.join_code !== input.code;
  if (join === joinMode.closed || isWrong || isGone) throw new AppError('NOT_FOUND');
  if (state === memberState.banned) throw new AppError('BANNED');
  return set;
}
