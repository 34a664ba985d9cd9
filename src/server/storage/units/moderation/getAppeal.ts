import { memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import { readUnit } from '#server/storage/unit.ts';
import { mayAppeal } from './mayAppeal.ts';

interface Row {
  state: number;
  muted_until: number | null;
  body: string | null;
  at: number | null;
  decision: number | null;
  decided_at: number | null;
}

/** The newest appeal of a person in a chat, in it or out of it. Throws NOT_MEMBER (never was in, or left by himself). */
export const getAppeal = readUnit(
  async (tx, { c, user }: { c: ChatId; user: UserId }): Promise<RequestOutput<'appeal.get'>> => {
    const [row] = await tx.sql<Row>(
      `SELECT m.state, m.muted_until, a.body, a.at, a.state AS decision, a.decided_at FROM members m
        LEFT JOIN appeals a ON a.chat_id = m.chat_id AND a.mid = m.mid WHERE m.chat_id = ? AND m.user_id = ?
        ORDER BY a.at DESC LIMIT 1`,
      [c, user],
    );
    if (!row || !mayAppeal.has(row.state)) throw new AppError('NOT_MEMBER');
    const isMuted = row.state === memberState.joined && (row.muted_until ?? 0) > tx.now;
    return {
      st: row.state,
      ...(isMuted && row.muted_until !== null ? { until: row.muted_until } : {}),
      ...(row.body === null || row.at === null
        ? {}
        : {
            mine: {
              x: row.body,
              at: row.at,
              ...(row.decision ? { done: row.decision } : {}),
              ...(row.decided_at === null ? {} : { decided: row.decided_at }),
            },
          }),
    };
  },
);
