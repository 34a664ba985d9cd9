import { messageKind } from '#protocol/entities/messageKind.ts';
import type { EvidenceRow, ReportReason } from '#protocol/entities/moderation.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { AppError } from '#protocol/errors.ts';
import type { MemberId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import { floorOf } from '#server/storage/rows/floorOf.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { loadMessage } from '#server/storage/units/messages/loadMessage.ts';
import { textOf } from '#server/storage/rows/textOf.ts';
import { act, type Acting } from './act.ts';
import type { ActInput, ActOutcome, Done } from './ActOutcome.ts';
import { findMember } from './findMember.ts';

export interface CreateReportInput extends ActInput {
  s?: number | undefined;
  member?: MemberId | undefined;
  reason: ReportReason;
  note?: string | undefined;
}
/** Messages before and after the reported one that are kept with it. */
const around = 3;

/** Keeps a report with its evidence. Reporting the same again while it is open changes nothing. Throws NOT_MEMBER, FORBIDDEN (oneself, 1:1 chats), NOT_FOUND. */
export const createReport = writeUnit((tx, input: CreateReportInput): Promise<ActOutcome<Done>> =>
  act(
    tx,
    input,
    { name: 'report.create', may: ({ kind }) => kind === chatKind.group || kind === chatKind.community, inRooms: true },
    async (acting) => {
      const row = input.s === undefined ? undefined : await loadMessage(tx, acting.head, acting.me, input.s);
      if (row && (row.kind === messageKind.system || row.deleted_at !== null)) throw new AppError('NOT_FOUND');
      const mid = row?.sender_mid ?? (await findMember(tx, communityOf(acting.head), input.member ?? 0)).mid;
      if (mid === acting.me.mid) throw new AppError('FORBIDDEN');
      const same = await findOpen(tx, input.c, mid, row?.seq);
      if (same.some(({ reporter_id }) => reporter_id === input.user)) return {};
      await insertReport(tx, acting, input, { mid, row, caseId: same[0]?.case_id });
      return {};
    },
  ),
);

const openText = 'SELECT case_id, reporter_id FROM reports WHERE chat_id = ? AND state = 0 AND mid = ? AND ';
/** Open reports of the same message, or of the same member as such. */
function findOpen(tx: Tx, c: number, mid: number, seq: number | undefined) {
  type Open = { case_id: string; reporter_id: number };
  return seq === undefined
    ? tx.sql<Open>(`${openText} seq IS NULL ORDER BY at`, [c, mid])
    : tx.sql<Open>(`${openText} seq = ? ORDER BY at`, [c, mid, seq]);
}

async function insertReport(
  tx: Tx,
  acting: Acting,
  input: CreateReportInput,
  about: { mid: number; row: MessageRow | undefined; caseId: string | undefined },
): Promise<void> {
  const id = tx.ids.uuid();
  const evidence = about.row ? await readEvidence(tx, acting, about.row.seq) : [];
  await tx.sql(
    `INSERT INTO reports (id, reporter_id, user_id, chat_id, seq, reason, evidence, at, mid, case_id, note)
      VALUES (?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      input.user,
      input.c,
      about.row?.seq ?? null,
      input.reason,
      JSON.stringify(evidence),
      tx.now,
      about.mid,
      about.caseId ?? id,
      input.note?.trim() || null,
    ],
  );
}

/** The message and those around it as they stand now, as far as the reporter may see them. */
async function readEvidence(tx: Tx, { head, me }: Acting, seq: number): Promise<EvidenceRow[]> {
  const floor = floorOf(me, head);
  const side = (order: 'before' | 'after') =>
    tx.sql<MessageRow>(
      `SELECT * FROM messages WHERE chat_id = ? AND seq ${order === 'before' ? '<=' : '>'} ? AND seq >= ? AND n IS NOT NULL
        AND deleted_at IS NULL ORDER BY seq ${order === 'before' ? 'DESC' : 'ASC'} LIMIT ${order === 'before' ? around + 1 : around}`,
      [head.chat_id, seq, floor],
    );
  const rows = [...(await side('before')).toReversed(), ...(await side('after'))];
  return rows.map((row) => ({
    s: row.seq,
    u: toMemberId(row.sender_mid),
    x: textOf(JSON.parse(row.body) as Record<string, unknown>).slice(0, 1_000),
    at: row.created_at,
  }));
}
