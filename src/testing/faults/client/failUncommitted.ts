import type { HistoryEvent, OperationEvent } from '../check/history.ts';

/**
 * What a killed process wrote down as a wish and did not commit any more, as failures of time `t`: the device does not know of it, so it can never be sent.
 * `lines`: how many commits of each device are on disk.
 */
export function failUncommitted(
  history: readonly HistoryEvent[],
  lines: ReadonlyMap<number, number>,
  t: number,
): OperationEvent[] {
  const failed = new Set(history.flatMap((event) => (event.e === 'fail' ? [`${event.d} ${event.f} ${event.id}`] : [])));
  return history.flatMap((event) => {
    if (event.e !== 'invoke' || (event.line ?? 0) <= (lines.get(event.d) ?? 0)) return [];
    const { d, f, id, c } = event;
    return failed.has(`${d} ${f} ${id}`) ? [] : [{ e: 'fail' as const, t, d, f, id, c, code: 'UNCOMMITTED' }];
  });
}
