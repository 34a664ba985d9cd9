import { canHearAppeals } from '#domain/permissions.ts';
import type { Appeal } from '#protocol/entities/moderation.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { readUnit } from '#server/storage/unit.ts';
import { readModerator } from './readModerator.ts';

interface AppealRow {
  id: string;
  mid: number;
  body: string;
  at: number;
  member_state: number;
  muted_until: number | null;
}
const listMax = 100;

/** Appeals that wait, oldest first. Throws NOT_MEMBER, FORBIDDEN. */
export const listAppeals = readUnit(
  async (tx, { c, user }: { c: ChatId; user: UserId }): Promise<{ items: Appeal[] }> => {
    await readModerator(tx, c, user, canHearAppeals);
    const rows = await tx.sql<AppealRow>(
      `SELECT a.id, a.mid, a.body, a.at, m.state AS member_state, m.muted_until FROM appeals a
      JOIN members m ON m.chat_id = a.chat_id AND m.mid = a.mid WHERE a.chat_id = ? AND a.state = 0 ORDER BY a.at LIMIT ${listMax}`,
      [c],
    );
    return {
      items: rows.map((row) => ({
        id: row.id,
        u: toMemberId(row.mid),
        x: row.body,
        at: row.at,
        st: row.member_state,
        ...((row.muted_until ?? 0) > tx.now ? { until: row.muted_until ?? 0 } : {}),
      })),
    };
  },
);
