import { canRemove, canSeeReports } from '#domain/permissions.ts';
import type { ReportAct } from '#protocol/entities/moderation.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import { recordAct } from '#server/storage/rows/recordAct.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { removePeople } from '#server/storage/units/guard/removePeople.ts';
import { act, type Acting } from './act.ts';
import type { ActInput, ActOutcome, Done } from './ActOutcome.ts';
import { applyMute } from './applyMute.ts';
import { deleteMessage } from './deleteMessage.ts';
import { findCase, type CaseRow } from './findCase.ts';
import { findMember } from './findMember.ts';

export interface DecideReportInput extends ActInput {
  id: string;
  act: ReportAct;
  minutes?: number | undefined;
}
const muteMinutes = 60;

/** Closes a case with an act, for which the moderator needs the right too. Throws NOT_MEMBER, FORBIDDEN, NOT_FOUND, GONE, WINDOW. */
export const decideReport = writeUnit(async (tx, input: DecideReportInput): Promise<ActOutcome<Done>> => {
  // Who is in a room is in the community: a removal needs its lock, and closing the case needs none.
  const c = input.act === 'kick' ? await homeOf(tx, input.c) : input.c;
  return act(tx, { ...input, c }, { name: 'report.decide', may: canSeeReports, inRooms: true }, async (acting) => {
    const row = await findCase(tx, input.c, input.id);
    const closed = await tx.sql(
      `UPDATE reports SET state = 1, decided_by = ?, decided_at = ?, act = ? WHERE chat_id = ? AND case_id = ? AND state = 0
        RETURNING case_id`,
      [acting.me.mid, tx.now, input.act, input.c, input.id],
    );
    if (closed.length === 0) throw new AppError('GONE');
    await follow(tx, acting, input, row);
    const detail = { x: input.act, ...(row.seq === null ? {} : { s: row.seq }) };
    await recordAct(tx, { c: communityOf(acting.head), by: acting.me.mid, what: 'report', who: row.mid, detail });
    return {};
  });
});

async function homeOf(tx: Tx, c: ChatId): Promise<ChatId> {
  const [chat] = await tx.sql<{ id: number; parent_id: number | null }>(
    'SELECT id, parent_id FROM chats WHERE id = ?',
    [c],
  );
  return toChatId(chat?.parent_id ?? c);
}

async function follow(tx: Tx, acting: Acting, input: DecideReportInput, row: CaseRow): Promise<void> {
  if (input.act === 'none') return;
  if (input.act === 'delete') {
    if (row.seq === null) throw new AppError('NOT_FOUND');
    return deleteMessage(tx, acting, row.seq);
  }
  const other = await findMember(tx, communityOf(acting.head), row.mid);
  if (input.act === 'mute') {
    await applyMute(tx, acting, other, { minutes: input.minutes ?? muteMinutes });
    return;
  }
  await kick(tx, acting, other);
}

/** Removes the member as `chat.kick` would, with its guard against takeovers: one too many waits for a second admin. Throws WINDOW while an earlier one waits. */
async function kick(tx: Tx, acting: Acting, other: Awaited<ReturnType<typeof findMember>>): Promise<void> {
  if (other.state !== memberState.joined) throw new AppError('NOT_FOUND');
  if (!canRemove(acting.standing, other)) throw new AppError('FORBIDDEN');
  const { users } = await removePeople(tx, acting, [other], false);
  acting.stamped.push(...users);
}
