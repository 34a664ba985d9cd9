import { chatKind } from '#protocol/entities/chat.ts';
import { joinMode, type ChatSettings } from '#protocol/entities/chatSettings.ts';
import { memberState } from '#protocol/entities/member.ts';
import { AppError } from '#protocol/errors.ts';
import { toMemberId, type ChatId, type OpId, type UserId } from '#protocol/ids.ts';
import { appendLine } from '#server/storage/rows/appendLine.ts';
import { lockHead, type LockedHead } from '#server/storage/rows/lockHead.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { checkRoom } from '#server/storage/units/chats/findPeople.ts';
import { joinMembers } from '#server/storage/units/chats/joinMembers.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import { checkName } from './checkName.ts';
import { toNameKey } from './toNameKey.ts';

export interface JoinCommunityInput {
  c: ChatId;
  user: UserId;
  nn: string;
  code?: string | undefined;
  op: OpId;
}

/**
 * Comes into a community by oneself; who is in already stays as he is. Exactly as many come in as the cap allows, because all wait for the head's lock.
 * Throws NOT_FOUND (unknown, closed, wrong code), FORBIDDEN (wants to approve), BANNED, FULL, NAME_TAKEN, BAD.
 */
export const joinCommunity = writeUnit(
  async (tx: Tx, input: JoinCommunityInput): Promise<ChatOutcome<{ c: ChatId }>> => {
    const head = await lockPlace(tx, input.c);
    const a = head.rev;
    const operation = { userId: input.user, op: input.op, name: 'community.join' };
    let isNew = false;
    const { result } = await withOp(tx, operation, async () => {
      const [known] = await tx.sql<MemberRow>('SELECT * FROM members WHERE chat_id = ? AND user_id = ?', [
        input.c,
        input.user,
      ]);
      if (known?.state === memberState.joined) return { c: input.c };
      await checkEntry(tx, head, input, known);
      isNew = true;
      await enter(tx, head, input, known);
      return { c: input.c };
    });
    const change = isNew ? await readChange(tx, input.c, a) : undefined;
    return { result, ...(change ? { change } : {}), people: isNew ? [input.user] : [] };
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

async function checkEntry(
  tx: Tx,
  head: LockedHead,
  input: JoinCommunityInput,
  known: MemberRow | undefined,
): Promise<void> {
  const { join = joinMode.closed } = JSON.parse(head.settings) as ChatSettings;
  const [chat] = await tx.sql<{ join_code: string | null; deleted_at: number | null }>(
    'SELECT join_code, deleted_at FROM chats WHERE id = ?',
    [input.c],
  );
  const isWrong = join === joinMode.code && chat?.join_code !== input.code;
  if (join === joinMode.closed || isWrong || chat?.deleted_at !== null) throw new AppError('NOT_FOUND');
  if (known?.state === memberState.banned) throw new AppError('BANNED');
  if (join === joinMode.approval) throw new AppError('FORBIDDEN');
}

/** Puts somebody into a community under a free name, while there is room. The head is locked and stored. Throws FULL, NAME_TAKEN, BAD. */
async function enter(
  tx: Tx,
  head: LockedHead,
  { user, nn }: JoinCommunityInput,
  known: MemberRow | undefined,
): Promise<void> {
  if (head.members >= head.member_cap) throw new AppError('FULL');
  await checkName(tx, head.chat_id, user, toNameKey(nn));
  await checkRoom(tx, [user]);
  const mid = toMemberId(known?.mid ?? tx.ids.id());
  const pver = (known?.pver ?? 0) + 1;
  await appendLine(tx, head, { mid, pver, nickname: nn, body: { ev: 'joined', by: mid } });
  await joinMembers(tx, head, [{ id: user, name: '', nickname: nn, mid }]);
  await writeHead(tx, head);
  await stampUrevs(tx, head.chat_id as ChatId, [user]);
}
