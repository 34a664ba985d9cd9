import { compileFilter, type Filter } from '#domain/moderation/compileFilter.ts';
import type { ModeratedMessage } from '#domain/moderation/Classifier.ts';
import { moderate, type Verdict } from '#domain/moderation/moderate.ts';
import { canModerate } from '#domain/permissions.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { ModerationConfig } from '#protocol/entities/moderation.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { floorOf } from '#server/storage/rows/floorOf.ts';
import { readUnit } from '#server/storage/unit.ts';
import { textOf } from '#server/storage/rows/textOf.ts';
import { checkConfig } from './checkConfig.ts';
import { readModerator } from './readModerator.ts';

/** One slice of a dry run. `after`: last seq of the slice before, 0 at first; `since`: server clock, ms. */
export interface TryInput {
  c: ChatId;
  user: UserId;
  config: ModerationConfig;
  since: number;
  after: number;
}
/** A message that the rules would have caught. */
export interface TryHit {
  s: number;
  mid: number;
  x: string;
  at: number;
  verdict: Pick<Verdict, 'reasons' | 'spans' | 'rules'>;
}
/** What a slice found. `last`: where the next one goes on; absent when there is nothing more. */
export interface TrySlice {
  scanned: number;
  hits: TryHit[];
  last?: number;
}

/** Messages of one slice: a few milliseconds of a reader. */
const sliceRows = 400;
const recentMax = 20;
/** Characters of a catch that are shown. */
const shownMax = 400;
interface Row {
  seq: number;
  sender_mid: number;
  body: string;
  created_at: number;
}

/**
 * Judges the next messages of a chat by rules that are not in force, oldest first. Only what the asking person may see, and only what members wrote who the rules would
 * apply to. Throws NOT_MEMBER, FORBIDDEN, BAD.
 */
export const tryFilter = readUnit(async (tx, input: TryInput): Promise<TrySlice> => {
  const { me, head } = await readModerator(tx, input.c, input.user, canModerate);
  checkConfig(input.config);
  const filter = compileFilter(input.config);
  const from = Math.max(floorOf(me, head), input.after + 1);
  const rows = await tx.sql<Row>(
    `SELECT m.seq, m.sender_mid, m.body, m.created_at FROM messages m
      LEFT JOIN members s ON s.chat_id = m.chat_id AND s.mid = m.sender_mid
      WHERE m.chat_id = ? AND m.seq >= ? AND m.seq >= (${firstText}) AND m.kind IN (${messageKind.text}, ${messageKind.card})
        AND m.n IS NOT NULL AND m.deleted_at IS NULL AND m.hidden_for IS NULL AND coalesce(s.role, 0) < ${memberRole.moderator}
      ORDER BY m.seq LIMIT ${sliceRows}`,
    [input.c, from, input.c, dayBefore(input.since)],
  );
  const seen = rows.filter(({ created_at }) => created_at >= input.since);
  const recent = new Map<number, ModeratedMessage[]>();
  const hits = seen.flatMap((row) => judge(filter, row, recent));
  const last = rows.at(-1)?.seq;
  return { scanned: seen.length, hits, ...(rows.length === sliceRows && last !== undefined ? { last } : {}) };
});

/** The first message of the days in question, by the index of days. */
const firstText = `SELECT coalesce(min(first_seq), 0) FROM chat_days WHERE chat_id = ? AND day >= ?`;
const dayBefore = (time: number): string => new Date(Math.max(0, time)).toISOString().slice(0, 10);

function judge(filter: Filter, row: Row, recent: Map<number, ModeratedMessage[]>): TryHit[] {
  const text = textOf(JSON.parse(row.body) as Record<string, unknown>);
  const earlier = recent.get(row.sender_mid) ?? [];
  const message = { text, at: row.created_at };
  const { action, reasons, spans, rules } = moderate(message, filter, { recent: earlier });
  recent.set(row.sender_mid, [message, ...earlier].slice(0, recentMax));
  if (action === 'pass') return [];
  return [
    {
      s: row.seq,
      mid: row.sender_mid,
      x: text.slice(0, shownMax),
      at: row.created_at,
      verdict: { reasons, spans, rules },
    },
  ];
}
