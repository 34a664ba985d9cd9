import type { SawEvent, Violation } from './history.ts';

/** (f) A device never goes back: not in the version of a message, not in how far it knows a chat, not in the read position. Being killed is no excuse. */
export function checkMonotonic(d: number, events: readonly SawEvent[]): Violation[] {
  const highest = new Map<string, number>();
  const broken: Violation[] = [];
  const rise = (what: string, value: number): void => {
    const before = highest.get(what);
    if (before !== undefined && value < before)
      broken.push({ rule: 'monotonic', text: `device ${d}: ${what} went from ${before} to ${value}` });
    else highest.set(what, value);
  };
  for (const { c, rows, chat } of events) {
    for (const [s, r] of rows) rise(`message ${c}/${s}`, r);
    if (!chat) continue;
    rise(`watermark of ${c}`, chat.rev);
    rise(`head of ${c}`, chat.head);
    rise(`read position of ${c}`, chat.rs);
  }
  return broken;
}
