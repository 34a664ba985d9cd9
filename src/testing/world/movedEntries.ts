import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { ChangeBatch, OutboxEntry, UploadRow } from '#sync/changes.ts';
import { fileIdsOf } from '#sync/outbox/uploadsOf.ts';

/** How long a text waits behind files, ms (sync.md §8.4). */
const holdMs = 15_000;

/** Watches which messages let others go first. */
export interface MovedEntries {
  /** Takes the files of a batch; call it before `check`. */
  files(change: ChangeBatch['tables']['uploads']): void;
  /** An entry is seen for the first time. */
  began(i: string): void;
  /** Answers what is wrong with these having been put behind others; `before`: as they stood. `all`: the outbox now. */
  check(before: readonly OutboxEntry[], all: readonly OutboxEntry[]): string[];
}

/**
 * A message stands behind later ones only because a file of it, or of one before it, is not up; and those that go ahead have waited for long enough, or wait for
 * files that stand still by the person's wish. `elapsed`: ms that do not jump.
 */
export function movedEntries(elapsed: () => number): MovedEntries {
  const files = new Map<MediaId, UploadRow>();
  const since = new Map<string, number>();
  return {
    files(change) {
      for (const id of change?.del ?? []) files.delete(id);
      for (const row of change?.put ?? []) files.set(row.id, row);
    },
    began: (i) => void since.set(i, elapsed()),
    check(before, all) {
      const [first] = before.toSorted((one, other) => one.id - other.id);
      if (!first) return [];
      const own = before.flatMap(fileIdsOf).flatMap((id) => files.get(id) ?? []);
      const isWaiting =
        first.action.t === 'send' &&
        first.action.k === messageKind.media &&
        fileIdsOf(first).some((id) => files.get(id)?.state !== 'up');
      if (!isWaiting) return [`${first.i} let others go first, and its files are up`];
      const moved = new Set(before.map(({ i }) => i));
      const ahead = all.filter(({ lane, action, i }) => lane === first.lane && action.t === 'send' && !moved.has(i));
      const isLong = ahead.some(({ i }) => elapsed() - (since.get(i) ?? elapsed()) >= holdMs);
      const isStill = own.some(({ paused }) => paused === 1);
      return isLong || isStill ? [] : [`${first.i} let others go first before their time`];
    },
  };
}
