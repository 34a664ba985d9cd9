import type { Scheduled } from '#protocol/entities/scheduled.ts';
import type { ScheduledCounts } from '#protocol/entities/scheduledPref.ts';
import { scheduledState } from '#protocol/entities/scheduledState.ts';
import { limits } from '#protocol/limits.ts';

/** How many messages of one person wait in one chat at most. */
export const scheduledMax: number = limits.schedulePerChat;

/** Whether it could not be sent at its time. */
export const isScheduleFailed = ({ st }: Pick<Scheduled, 'st'>): boolean => st === scheduledState.failed;

/** What is wrong with a time to send a message at. `now`, `at`: server clock, ms; NaN where none was given. */
export function wrongTime(at: number, now: number): 'none' | 'past' | 'far' | undefined {
  if (Number.isNaN(at)) return 'none';
  if (at < now + limits.scheduleMinMs) return 'past';
  return at > now + limits.scheduleMaxMs ? 'far' : undefined;
}

/** Counts of scheduled messages as they were stored; undefined where they make no sense. */
export function toScheduledCounts(value: unknown): ScheduledCounts | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { v, l } = value as Partial<Record<keyof ScheduledCounts, unknown>>;
  if (typeof v !== 'number' || !Array.isArray(l)) return undefined;
  const isCount = (row: unknown): row is [number, number, number] =>
    Array.isArray(row) && row.length === 3 && row.every((each) => Number.isSafeInteger(each));
  return { v, l: l.filter(isCount) };
}
