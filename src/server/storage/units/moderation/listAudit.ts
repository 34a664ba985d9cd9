import { canModerate } from '#domain/permissions.ts';
import type { AuditEntry } from '#protocol/entities/moderation.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import type { ActDetail } from '#server/storage/rows/recordAct.ts';
import { readUnit } from '#server/storage/unit.ts';
import { readModerator } from './readModerator.ts';
import { canBeUndone } from './undoAudit.ts';

export interface AuditRow {
  id: string;
  at: number;
  actor_id: number | null;
  action: string;
  chat_id: number;
  target_id: number | null;
  detail: string;
  undone_at: number | null;
}
const pageSize = 50;

/** A page of the log of a chat, newest first. Throws NOT_MEMBER, FORBIDDEN. */
export const listAudit = readUnit(
  async (
    tx,
    { c, user, before }: { c: ChatId; user: UserId; before?: [number, string] | undefined },
  ): Promise<{ items: AuditEntry[]; cursor?: [number, string] }> => {
    await readModerator(tx, c, user, canModerate);
    const [at, id] = before ?? [Number.MAX_SAFE_INTEGER, ''];
    const rows = await tx.sql<AuditRow>(
      `SELECT id, at, actor_id, action, chat_id, target_id, detail, undone_at FROM audit_log
        WHERE chat_id = ? AND (at < ? OR (at = ? AND id < ?)) ORDER BY at DESC, id DESC LIMIT ${pageSize + 1}`,
      [c, at, at, id],
    );
    const page = rows.slice(0, pageSize);
    const last = page.at(-1);
    return {
      items: page.map((row) => toEntry(row, tx.now)),
      ...(rows.length > pageSize && last ? { cursor: [last.at, last.id] } : {}),
    };
  },
);

function toEntry(row: AuditRow, now: number): AuditEntry {
  const { s, x, why, until, fields } = JSON.parse(row.detail) as ActDetail;
  const undo = row.undone_at === null ? (canBeUndone(row, now) ? 1 : undefined) : 2;
  return {
    id: row.id,
    at: row.at,
    what: row.action,
    ...(row.actor_id === null ? {} : { by: toMemberId(row.actor_id) }),
    ...(row.target_id === null ? {} : { who: toMemberId(row.target_id) }),
    ...(s === undefined ? {} : { s }),
    ...(x === undefined ? {} : { x }),
    ...(why === undefined ? {} : { why }),
    ...(until === undefined ? {} : { until }),
    ...(fields === undefined ? {} : { fields }),
    ...(undo === undefined ? {} : { undo }),
  };
}
