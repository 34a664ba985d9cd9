import type { Delta } from '#protocol/entities/chat.ts';
import type { Row } from '#protocol/entities/messages.ts';
import type { LocalMessage } from '../changes.ts';
import type { ChatState } from './chatState.ts';
import { countChat } from './countChat.ts';
import { mergeOutbox } from './mergeOutbox.ts';
import { isSoundRow, markNeeded, mergeReaction, mergeRow } from './mergeRow.ts';
import { addSpan, cachedParts, settleState } from './spans.ts';

/** A page of history, or the changed rows of a stale span, as of `rev`. */
export interface FetchedPage {
  rows: readonly Row[];
  rev: number;
  from: number;
  to: number;
  /** it reaches the first message I may see */
  reachesStart: boolean;
  /** it reaches the newest message */
  reachesEnd: boolean;
  /** it tells only what changed in a span that was cached when it was asked for, so it claims nothing that has left the cache since */
  isCheck?: true;
}

/** The deltas that were applied without a gap since a page was asked for; `rev` is where they end. */
export interface MissedDeltas {
  deltas: readonly Delta[];
  rev: number;
}

/**
 * Merges a page. The deltas applied since it was asked for could not change rows that were not cached yet, so they are laid over the page. Where that
 * does not reach the watermark (too many of them, a reset, a jump) the span is stored as stale, to be checked again.
 */
export function applyPage(state: ChatState, page: FetchedPage, missed: MissedDeltas): ChatState {
  const { chat } = state;
  const rows = new Map(state.rows);
  const to = page.reachesEnd ? Math.max(page.to, page.rev) : page.to;
  const whole = { from: Math.max(page.from, chat.me.fl), to };
  const parts = page.isCheck ? cachedParts(chat.sync, whole) : [whole];
  const isInside = (seq: number): boolean => parts.some(({ from, to: end }) => from <= seq && seq <= end);
  const sound = page.rows.filter((row) => isSoundRow(row) && row.s >= chat.me.fl && (!page.isCheck || isInside(row.s)));
  for (const row of sound) rows.set(row.s, mergeRow(rows.get(row.s), row, chat.c));
  for (const delta of missed.deltas) replay(rows, delta, { isInside, chat });
  const rev = Math.max(page.rev, missed.rev);
  let sync = parts.reduce((joined, part) => addSpan(joined, { ...part, rev }), chat.sync);
  if (page.reachesStart) sync = { ...sync, startSeq: whole.from };
  sync = settleState(sync, chat.head.rev, chat.me.fl);
  const outbox = mergeOutbox(state.outbox, {
    rows: sound,
    ...{ head: chat.head, me: chat.me, sync },
    isStored: (seq) => rows.has(seq),
  });
  const broken = page.rows.filter((row) => !isSoundRow(row)).map((row) => ({ what: 'row', row }));
  const rejected = broken.length > 0 ? [...state.rejected, ...broken] : state.rejected;
  return countChat({ ...state, rows, outbox, rejected, chat: { ...chat, sync } });
}

function replay(
  rows: Map<number, LocalMessage>,
  delta: Delta,
  { isInside, chat }: { isInside: (seq: number) => boolean; chat: ChatState['chat'] },
): void {
  for (const row of delta.rows ?? []) {
    if (isInside(row.s) && isSoundRow(row)) rows.set(row.s, mergeRow(rows.get(row.s), row, chat.c));
  }
  for (const change of delta.rx ?? []) {
    const stored = rows.get(change[0]);
    if (stored && isInside(change[0])) rows.set(change[0], mergeReaction(stored, change, chat.me.mid));
  }
  for (const [seq, rev] of delta.touch ?? []) {
    const stored = rows.get(seq);
    if (stored && isInside(seq)) rows.set(seq, markNeeded(stored, rev));
  }
}
