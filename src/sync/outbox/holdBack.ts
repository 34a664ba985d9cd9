import type { MediaId } from '#protocol/entities/media.ts';
import type { OutboxEntry, UploadRow } from '../changes.ts';
import { fileIdsOf } from './uploadsOf.ts';

/** How long a message waits behind one whose files are still going up, ms with a live connection. */
export const holdMs = 15_000;

/** Since when messages wait behind files, by what names an entry for good: its number changes when it is put behind others. Time without a connection does not count: what could not leave anyway keeps its place. */
export interface HoldBook {
  /** ms that this entry has waited; the first question begins it */
  waited(i: string): number;
  /** Forgets all but these. */
  keep(entries: ReadonlySet<string>): void;
}

/** Makes the book of one lane. `liveMs`: ms that the engine has been connected in all. */
export function createHoldBook(liveMs: () => number): HoldBook {
  const since = new Map<string, number>();
  return {
    waited(i) {
      const start = since.get(i) ?? liveMs();
      since.set(i, start);
      return liveMs() - start;
    },
    keep(entries) {
      for (const i of since.keys()) if (!entries.has(i)) since.delete(i);
    },
  };
}

/** A lane as the rule of uploads sees it. */
export interface Held {
  /** what may leave now, in order */
  ready: OutboxEntry[];
  /** what has to stand behind those, in its new order; empty when nobody has waited for too long */
  behind: OutboxEntry[];
  /** when the next message has waited for long enough, ms; undefined when none waits */
  leftMs?: number;
}

/**
 * What of a lane may leave while files of it are still going up. A message behind such files waits `holdMs` at most, and not at all while the files stand still by
 * the person's wish; then the files, and what is behind them, stand behind it. What is no message of its own (edits, reactions) waits for no file.
 */
export function holdBack(
  entries: readonly OutboxEntry[],
  files: ReadonlyMap<MediaId, UploadRow>,
  book: HoldBook,
): Held {
  const unfinished = (entry: OutboxEntry): UploadRow[] =>
    fileIdsOf(entry).flatMap((id) => {
      const row = files.get(id);
      return row && row.state !== 'up' ? [row] : [];
    });
  const held: Held = { ready: [], behind: [] };
  const overdue: OutboxEntry[] = [];
  const rest: OutboxEntry[] = [];
  let isStuck = true;
  for (const entry of entries) {
    const missing = unfinished(entry);
    if (missing.length > 0) {
      isStuck &&= missing.some(({ paused }) => paused === 1);
      rest.push(entry);
    } else if (rest.length === 0 || entry.action.t !== 'send') held.ready.push(entry);
    else {
      const left = isStuck ? 0 : holdMs - book.waited(entry.i);
      if (left <= 0) overdue.push(entry);
      else {
        rest.push(entry);
        held.leftMs = Math.min(held.leftMs ?? left, left);
      }
    }
  }
  book.keep(new Set(rest.map(({ i }) => i)));
  if (overdue.length === 0) return held;
  return { ...held, ready: [...held.ready, ...overdue], behind: rest };
}
