import { isCardMessage, isTextMessage } from '#domain/chatTraits.ts';
import { plainLine } from '#domain/readCardHead.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';

/** What is asked of a message. */
export type SinceRow = Pick<
  ChatWindowState['messages'][number],
  's' | 'u' | 'k' | 'b' | 'at' | 'm' | 'ma' | 'rx' | 're' | 'del'
>;

/** A message worth a look, in one line. */
export interface SinceEntry {
  seq: number;
  sender: SinceRow['u'];
  text: string;
  /** reactions together; of the most reacted */
  reactions?: number;
}

export interface SinceSummary {
  announcements: SinceEntry[];
  mentions: SinceEntry[];
  reacted: SinceEntry[];
  questions: SinceEntry[];
}

export interface SinceInput {
  rows: readonly SinceRow[];
  /** my member id */
  me: number;
  /** how far I had read (seq) */
  readTo: number;
  /** messages on top of the chat (seqs) */
  pins: readonly number[];
}

/** Entries of each kind. */
const most = 5;
/** A message with fewer reactions is not among the most reacted. */
const leastReactions = 3;
/** Characters of a text that are shown. */
const textMax = 140;

/**
 * What happened since somebody left, told by the messages themselves: announcements, mentions of them, the most reacted, and questions that nobody has
 * answered (no reply, and nothing of theirs was mentioned after it). A message stands once, under the first heading that fits. Newest first, the most
 * reacted by their reactions.
 */
export function collectSince({ rows, me, readTo, pins }: SinceInput): SinceSummary {
  const fresh = rows.filter((row) => row.s > readTo && row.u !== me && row.del === undefined && textOf(row) !== '');
  const ordered = [...new Map(fresh.map((row) => [row.s, row])).values()].toSorted((a, b) => b.s - a.s);
  const told = new Set<number>();
  const take = (wanted: readonly SinceRow[]): SinceEntry[] => {
    const taken = wanted.filter(({ s }) => !told.has(s)).slice(0, most);
    for (const { s } of taken) told.add(s);
    return taken.map(toEntry);
  };
  const byReactions = ordered
    .filter((row) => countReactions(row) >= leastReactions)
    .toSorted((a, b) => countReactions(b) - countReactions(a) || b.s - a.s);
  return {
    announcements: take(ordered.filter(({ s }) => pins.includes(s))),
    mentions: take(ordered.filter(({ m, ma }) => ma === 1 || m?.some((member) => member === me))),
    reacted: take(byReactions),
    questions: take(ordered.filter((row) => isTextMessage(row.k) && isQuestion(textOf(row)) && !isAnswered(row, rows))),
  };
}

/** Whether there is anything to tell. */
export const hasSince = (summary: SinceSummary): boolean => Object.values(summary).some((list) => list.length > 0);

/** Question marks of all five languages, before closing brackets, emoji or nothing. */
const isQuestion = (text: string): boolean => /[?？][)」』）\s\p{Extended_Pictographic}\u{fe0f}]*$/u.test(text);

/** A reply to it, or a later message that names who asked. */
function isAnswered(question: SinceRow, rows: readonly SinceRow[]): boolean {
  return rows.some(
    (row) =>
      row.s > question.s &&
      row.u !== question.u &&
      row.del === undefined &&
      (row.re === question.s || row.m?.includes(question.u) === true),
  );
}

function toEntry(row: SinceRow): SinceEntry {
  const reactions = countReactions(row);
  const text = textOf(row).replace(/\s+/gu, ' ');
  return {
    seq: row.s,
    sender: row.u,
    text: text.length > textMax ? `${text.slice(0, textMax)}…` : text,
    ...(reactions > 0 ? { reactions } : {}),
  };
}

const countReactions = ({ rx = {} }: SinceRow): number => Object.values(rx).reduce((sum, count) => sum + count, 0);

function textOf({ k, b }: SinceRow): string {
  const text = isTextMessage(k) || isCardMessage(k) ? b?.['x'] : undefined;
  if (typeof text !== 'string') return '';
  return isCardMessage(k) ? plainLine(text) : text.trim();
}
