import type { ChatId } from '#protocol/ids.ts';
import { dayOf } from '#server/storage/rows/dayOf.ts';
import { floorOf } from '#server/storage/rows/floorOf.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';
import type { Asker } from './messageReadUnits.ts';
import { readStanding } from './readStanding.ts';

const dayMs = 86_400_000;
/** Most UTC days that one answer looks at. */
const mostDays = 400;
/** A stretch of at most so many seqs is searched row by row; a longer one is halved first. */
const scanMost = 256;

/** The messages of one UTC day: seqs from `first` up to `next`, which is not its own any more. */
interface UtcDay {
  day: string;
  first: number;
  next: number;
  /** time of the first one, ms; null when it was removed */
  at: number | null;
}

/** Messages of one UTC day that belong to one day of the asker. */
interface Part {
  day: string;
  first: number;
  next: number;
}

/**
 * Days with their first message the asker may see. A day begins at the time of day (UTC) of `from`, so that somebody elsewhere gets days of their own, and is
 * named by the UTC date of its beginning; those that begin between `from` and `to` are answered. Throws NOT_MEMBER.
 */
export const listDays = readUnit(
  async (tx, input: Asker & { from: number; to: number }): Promise<[string, number][]> => {
    const { me, head } = await readStanding(tx, input.c, input.user);
    const floor = floorOf(me, head);
    const begin = input.from % dayMs;
    const first = dayOf(input.from);
    const last = dayOf(input.to - begin);
    const days = new Map<string, number>();
    for (const utc of await loadUtcDays(tx, input, head.last_seq)) {
      for (const part of await split(tx, input.c, utc, begin)) {
        // The day of the floor begins where the asker does; what ends before it does not exist for him.
        if (part.next <= floor || part.day < first || part.day > last || days.has(part.day)) continue;
        days.set(part.day, Math.max(part.first, floor));
      }
    }
    return [...days];
  },
);

async function loadUtcDays(
  tx: Tx,
  { c, from, to }: { c: ChatId; from: number; to: number },
  lastSeq: number,
): Promise<UtcDay[]> {
  const rows = await tx.sql<{ day: string; first_seq: number; at: number | null; next: number | null }>(
    `SELECT d.day, d.first_seq, m.created_at AS at,
       (SELECT min(e.first_seq) FROM chat_days e WHERE e.chat_id = d.chat_id AND e.day > d.day) AS next
     FROM chat_days d LEFT JOIN messages m ON m.chat_id = d.chat_id AND m.seq = d.first_seq
     WHERE d.chat_id = ? AND d.day >= ? AND d.day <= ? ORDER BY d.day LIMIT ${mostDays}`,
    [c, dayOf(from), dayOf(to + dayMs)],
  );
  return rows.map(({ day, first_seq: first, at, next }) => ({ day, first, at, next: next ?? lastSeq + 1 }));
}

/** A UTC day falls into two days of the asker, before and after the time at which his begin. */
async function split(tx: Tx, c: ChatId, utc: UtcDay, begin: number): Promise<Part[]> {
  const { day, first, next } = utc;
  const start = Date.parse(`${day}T00:00:00Z`);
  const border = start + begin;
  if ((utc.at ?? start) >= border) return [{ day, first, next }];
  const before = dayOf(start - dayMs);
  const middle = await findFrom(tx, c, { low: first, high: next, border });
  if (middle === undefined) return [{ day: before, first, next }];
  return [
    { day: before, first, next: middle },
    { day, first: middle, next },
  ];
}

/** The first message above `low` and below `high` that is not older than `border`: times never run back along the seqs of a chat. */
async function findFrom(
  tx: Tx,
  c: ChatId,
  { low, high, border }: { low: number; high: number; border: number },
): Promise<number | undefined> {
  let found: number | undefined;
  while (high - low > scanMost) {
    const middle = Math.floor((low + high) / 2);
    const [row] = await tx.sql<{ seq: number; created_at: number }>(
      'SELECT seq, created_at FROM messages WHERE chat_id = ? AND seq >= ? AND seq < ? ORDER BY seq LIMIT 1',
      [c, middle, high],
    );
    if (!row) high = middle;
    else if (row.created_at < border) low = row.seq;
    else {
      found = row.seq;
      high = middle;
    }
  }
  const [row] = await tx.sql<{ seq: number }>(
    'SELECT seq FROM messages WHERE chat_id = ? AND seq > ? AND seq < ? AND created_at >= ? ORDER BY seq LIMIT 1',
    [c, low, high, border],
  );
  return row?.seq ?? found;
}
