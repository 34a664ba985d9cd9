import type { ReactionChange, Row } from '#protocol/entities/messages.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalMessage } from '../changes.ts';

/**
 * The row rule: the copy with the higher `r` wins, whatever the order of arrival. A copy made for a whole room does not know my reaction and my votes, so the stored
 * ones are kept unless the new copy names it; an unsent message has none. Returns the stored object itself when nothing changes.
 */
export function mergeRow(stored: LocalMessage | undefined, incoming: Row, c: ChatId): LocalMessage {
  if (!stored) return { ...incoming, c };
  if (incoming.r < stored.r) return stored;
  if (incoming.r === stored.r) {
    return withoutMetNeed(withMine(stored, incoming), incoming.r);
  }
  const next: LocalMessage = { ...incoming, c };
  if (incoming.del === undefined) {
    if (!knowsMine(incoming) && stored.my !== undefined) next.my = stored.my;
    if (incoming.mb === undefined && stored.mb !== undefined) next.mb = stored.mb;
  }
  if (stored.need !== undefined) next.need = stored.need;
  return withoutMetNeed(next, incoming.r);
}

/** A reaction change on a row whose content is known to be as of just before: totals for all, `my` only if the change names me. */
export function mergeReaction(stored: LocalMessage, change: ReactionChange, me: number): LocalMessage {
  const [, rev, totals, who] = change;
  const isMine = who.some(([member]) => member === me);
  // With the same r the row itself came in the same delta, made for a room: it lacks my reaction, nothing else.
  if (rev < stored.r || (rev === stored.r && !isMine)) return stored;
  // While the text is still to be fetched, r must stay: the fetched copy would look old otherwise.
  const base = stored.need === undefined ? { ...stored, r: rev } : markNeeded(stored, rev);
  const next: LocalMessage = { ...base, rx: totals };
  for (const [member, emoji] of who) if (member === me) next.my = emoji;
  return next;
}

/** The row changed at `rev`, but its new content is not here: it is to be fetched. */
export function markNeeded(stored: LocalMessage, rev: number): LocalMessage {
  return rev <= stored.r || rev <= (stored.need ?? 0) ? stored : { ...stored, need: rev };
}

/** The row was unsent; the tombstone itself (with its rev and time) is still to come and wins by its higher `r`. */
export function emptyRow(stored: LocalMessage): LocalMessage {
  if (stored.del !== undefined) return stored;
  const { b: _b, m: _m, ma: _ma, rx: _rx, my: _my, ex: _ex, mb: _mb, ...rest } = stored;
  return { ...rest, b: {}, del: stored.at };
}

/** Whether a row can be stored at all. Unknown kinds and fields are fine; broken keys are not. */
export function isSoundRow(row: Row): boolean {
  const isSeq = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
  return isSeq(row.s) && isSeq(row.r) && row.s <= row.r && typeof row.i === 'string' && isSeq(row.u);
}

const knowsMine = (row: Row): boolean => row.my !== undefined;

/** The stored row with what only a copy for me says: my reaction, my votes. The stored object itself when nothing changes. */
function withMine(stored: LocalMessage, { my, mb }: Row): LocalMessage {
  const isNewReaction = my !== undefined && my !== stored.my;
  const isNewVote = mb !== undefined && mb.join() !== stored.mb?.join();
  if (!isNewReaction && !isNewVote) return stored;
  return { ...stored, ...(isNewReaction ? { my } : {}), ...(isNewVote ? { mb } : {}) };
}

function withoutMetNeed(row: LocalMessage, rev: number): LocalMessage {
  if (row.need === undefined || row.need > rev) return row;
  const { need: _need, ...rest } = row;
  return rest;
}
