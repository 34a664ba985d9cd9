import type { ChatId, UserId } from '#protocol/ids.ts';
import { toChatId, toMemberId, toUserId } from '#protocol/casts.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import { forUpdate } from '#server/storage/rows/forUpdate.ts';
import type { OwnedReadState } from '#server/storage/rows/readStates.ts';
import { saveRoomStates } from '#server/storage/rows/saveRoomStates.ts';
import { valuesTable, type ValuesTable } from '#server/storage/rows/valuesTable.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';

/** `s`: the newest message the person has seen in the chat. */
export interface ReadMark {
  c: ChatId;
  userId: UserId;
  s: number;
}
/** A person's read state after the flush. */
export interface FlushedRead extends OwnedReadState {
  /** The others are to be told: the position moved now, or the mark repeats it. A repeat may follow a write whose answer was lost, and its announcement with it. */
  isNews: boolean;
}
export interface FlushOutput {
  /** Of joined members only, in no particular order. */
  reads: FlushedRead[];
  /** People whose own chat settings changed (a mark as unread was cleared). */
  settings: UserId[];
}

interface Planned {
  c: number;
  u: number;
  mid: number;
  mark: number;
  old_seq: number;
  pos: number;
  read_n: number;
  n: number | null;
  own: number;
  last_own_seq: number;
  unread_from: number | null;
  um: number;
  rev: number;
}

/** Marks of one statement. */
const chunk = 256;

/**
 * Moves read positions forward, never back and never beyond the newest stored message, and counts anew what lies behind them. Marks of several chats may
 * come together: no head is locked, only the member rows, in order. A mark as unread by the same person ends with it.
 */
export const flushReads = writeUnit(async (tx: Tx, marks: readonly ReadMark[]): Promise<FlushOutput> => {
  const output: FlushOutput = { reads: [], settings: [] };
  const cleared: { c: ChatId; userId: UserId }[] = [];
  const sorted = strongest(marks);
  for (let at = 0; at < sorted.length; at += chunk) {
    await flushChunk(tx, sorted.slice(at, at + chunk), output, cleared);
  }
  for (const userId of output.settings.toSorted((a, b) => a - b)) {
    const urev = await bumpUrev(tx, userId);
    for (const c of cleared.filter((key) => key.userId === userId).map((key) => key.c)) {
      await tx.sql('UPDATE members SET urev = ? WHERE chat_id = ? AND user_id = ?', [urev, c, userId]);
    }
  }
  return output;
});

/** One mark per person and chat, the highest, in the order in which rows are locked. */
function strongest(marks: readonly ReadMark[]): ReadMark[] {
  const byKey = new Map<string, ReadMark>();
  for (const mark of marks) {
    const key = `${mark.c}:${mark.userId}`;
    if ((byKey.get(key)?.s ?? -1) < mark.s) byKey.set(key, mark);
  }
  return [...byKey.values()].toSorted((a, b) => a.c - b.c || a.userId - b.userId);
}

async function flushChunk(
  tx: Tx,
  marks: readonly ReadMark[],
  output: FlushOutput,
  cleared: { c: ChatId; userId: UserId }[],
): Promise<void> {
  const v = valuesTable(
    ['bigint', 'bigint', 'bigint'],
    marks.map(({ c, userId, s }) => [c, userId, s]),
  );
  if (tx.dialect === 'postgres') {
    // A statement of its own on purpose: the next one then sees every send that held these rows before.
    // The row of somebody in a room is the community's.
    const lock = `WITH v(c, u, s) AS (VALUES ${v.text}) SELECT m.user_id FROM v LEFT JOIN chats r ON r.id = v.c AND r.parent_id IS NOT NULL
      JOIN members m ON m.chat_id = coalesce(r.parent_id, v.c) AND m.user_id = v.u ORDER BY m.chat_id, m.user_id${forUpdate(tx, 'm')}`;
    await tx.sql(lock, v.params);
  }
  const planned = await tx.sql<Planned>(planText(v, 'members'), v.params);
  await save(
    tx,
    planned.filter((row) => row.pos > row.old_seq || isClearing(row)),
  );
  const inRooms = planned.length < marks.length ? await flushRooms(tx, marks, planned) : [];
  for (const row of [...planned, ...inRooms]) {
    const isNews = row.pos > row.old_seq || row.mark >= row.old_seq;
    const state: FlushedRead['state'] = [
      toChatId(row.c),
      row.pos,
      readN(row),
      row.own,
      row.last_own_seq,
      row.um,
      row.rev,
    ];
    output.reads.push({ userId: toUserId(row.u), mid: toMemberId(row.mid), state, isNews });
    if (!isClearing(row)) continue;
    cleared.push({ c: toChatId(row.c), userId: toUserId(row.u) });
    if (!output.settings.includes(toUserId(row.u))) output.settings.push(toUserId(row.u));
  }
}

/** Marks of people without a member row: they may sit in a room. Answers those that do, stored. */
async function flushRooms(tx: Tx, marks: readonly ReadMark[], done: readonly Planned[]): Promise<Planned[]> {
  const known = new Set(done.map(({ c, u }) => `${c}:${u}`));
  const rest = marks.filter(({ c, userId }) => !known.has(`${c}:${userId}`));
  const v = valuesTable(
    ['bigint', 'bigint', 'bigint'],
    rest.map(({ c, userId, s }) => [c, userId, s]),
  );
  const planned = await tx.sql<Planned>(planText(v, 'room_seats'), v.params);
  await saveRoomStates(
    tx,
    planned
      .filter((row) => row.pos > row.old_seq)
      .map((row) => ({ c: row.c, u: row.u, rs: row.pos, rn: readN(row), oa: row.own, lo: row.last_own_seq })),
  );
  return planned;
}

/** A mark at the read position ends a mark as unread, too; only one from before it, a late repeat, does not. */
const isClearing = (row: Planned): boolean => row.unread_from !== null && row.mark >= row.old_seq;
const readN = (row: Planned): number => Math.max(row.read_n, row.n ?? 0);

/** Where each mark leads (`pos`) and what the numbers are there. */
const planText = (v: ValuesTable, seats: 'members' | 'room_seats'): string => `
  WITH v(c, u, s) AS (VALUES ${v.text}),
  w AS (SELECT m.chat_id AS c, m.user_id AS u, v.s AS mark, m.mid, m.read_seq AS old_seq, m.read_n, m.own_after, m.last_own_seq, m.unread_from,
    h.n AS head_n, h.last_seq, h.rev,
    CASE WHEN v.s <= m.read_seq THEN m.read_seq WHEN v.s > h.last_seq AND h.last_seq > m.read_seq THEN h.last_seq
      WHEN v.s > h.last_seq THEN m.read_seq ELSE v.s END AS pos
    FROM v CROSS JOIN ${seats} m CROSS JOIN chat_heads h
    WHERE m.chat_id = v.c AND m.user_id = v.u AND m.state = 1 AND h.chat_id = v.c)
  SELECT w.c, w.u, w.mid, w.mark, w.old_seq, w.pos, w.read_n, w.last_own_seq, w.unread_from, w.rev,
    CASE WHEN w.pos = w.old_seq THEN w.read_n WHEN w.pos = w.last_seq THEN w.head_n ELSE
      (SELECT t.n FROM messages t WHERE t.chat_id = w.c AND t.seq <= w.pos AND t.n IS NOT NULL ORDER BY t.seq DESC LIMIT 1) END AS n,
    CASE WHEN w.pos = w.old_seq THEN w.own_after WHEN w.pos >= w.last_own_seq THEN 0 ELSE
      (SELECT count(*) FROM messages t WHERE t.chat_id = w.c AND t.sender_mid = w.mid AND t.seq > w.pos AND t.n IS NOT NULL)
      + (SELECT count(*) FROM messages t WHERE t.chat_id = w.c AND t.hidden_for = w.mid AND t.seq > w.pos) END AS own,
    (SELECT count(*) FROM mentions t WHERE t.chat_id = w.c AND t.mid = w.mid AND t.seq > w.pos)
    + (SELECT count(*) FROM mention_alls t WHERE t.chat_id = w.c AND t.seq > w.pos AND t.sender_mid <> w.mid) AS um
  FROM w`;

async function save(tx: Tx, moved: readonly Planned[]): Promise<void> {
  if (moved.length === 0) return;
  const v = valuesTable(
    ['bigint', 'bigint', 'bigint', 'bigint', 'bigint'],
    moved.map((row) => [row.c, row.u, row.pos, readN(row), row.own]),
  );
  await tx.sql(
    `WITH v(c, u, rs, rn, oa) AS (VALUES ${v.text}) UPDATE members AS m SET read_seq = v.rs, read_n = v.rn, own_after = v.oa,
      mver = CASE WHEN m.unread_from IS NULL THEN m.mver ELSE m.mver + 1 END, unread_from = NULL
      FROM v WHERE m.chat_id = v.c AND m.user_id = v.u`,
    v.params,
  );
}
