import { canSeeReports } from '#domain/permissions.ts';
import type { EvidenceRow, ReportAct, ReportCase, ReportReason } from '#protocol/entities/moderation.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { readUnit } from '#server/storage/unit.ts';
import { hereText } from './hereText.ts';
import { readModerator } from './readModerator.ts';

/** A report without the person who made it. */
interface ReportRow {
  chat_id: number;
  case_id: string;
  mid: number;
  seq: number | null;
  reason: ReportReason;
  note: string | null;
  evidence: string;
  at: number;
  taken_by: number | null;
  decided_by: number | null;
  act: ReportAct | null;
}
const rowsMax = 300;

/** Cases of a chat and its rooms, newest first. Who reported is not read at all. Throws NOT_MEMBER, FORBIDDEN. */
export const listReports = readUnit(
  async (tx, input: { c: ChatId; user: UserId; closed?: 1 | undefined }): Promise<{ items: ReportCase[] }> => {
    await readModerator(tx, input.c, input.user, canSeeReports);
    const rows = await tx.sql<ReportRow>(
      `SELECT chat_id, case_id, mid, seq, reason, note, evidence, at, taken_by, decided_by, act FROM reports
        WHERE chat_id IN (${hereText}) AND state = ? ORDER BY at DESC LIMIT ${rowsMax}`,
      [input.c, input.c, input.closed ?? 0],
    );
    const cases = new Map<string, ReportRow[]>();
    for (const row of rows) cases.set(row.case_id, [...(cases.get(row.case_id) ?? []), row]);
    return { items: [...cases.values()].map((own) => toCase(own, input.c)) };
  },
);

/** One case of its reports, newest first. The evidence is that of the first report: later ones may have come after an edit. */
function toCase(rows: readonly ReportRow[], c: ChatId): ReportCase {
  const [newest, first] = [rows[0] as ReportRow, rows.at(-1) as ReportRow];
  return {
    id: first.case_id,
    ...(first.chat_id === c ? {} : { c: toChatId(first.chat_id) }),
    u: toMemberId(first.mid),
    ...(first.seq === null ? {} : { s: first.seq }),
    rows: JSON.parse(first.evidence) as EvidenceRow[],
    count: rows.length,
    reasons: [...new Set(rows.map(({ reason }) => reason))].toSorted(),
    // In an order of their own, so that it tells nothing about who came when.
    notes: rows.flatMap(({ note }) => note ?? []).toSorted(),
    at: newest.at,
    ...(first.taken_by === null ? {} : { taken: toMemberId(first.taken_by) }),
    ...(first.act === null ? {} : { act: first.act }),
    ...(first.decided_by === null ? {} : { by: toMemberId(first.decided_by) }),
  };
}
