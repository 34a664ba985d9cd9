import type { DeviceOf, SawEvent, Violation } from './history.ts';
import type { StoredIndex } from './indexStored.ts';

/** (h) No device ever stored the content of a message from before its person came in, or a version from after the person had been removed. */
export function checkFloors({ d, user }: DeviceOf, events: readonly SawEvent[], stored: StoredIndex): Violation[] {
  const spans = new Map(stored.chats.map((chat) => [chat.c, chat.spans.get(user) ?? []]));
  const broken: Violation[] = [];
  for (const { c, rows } of events)
    for (const [s, r, , , content] of rows) {
      const isVisible = spans.get(c)?.some(({ from, to }) => from <= s && r < to) ?? false;
      if (content && !isVisible)
        broken.push({
          rule: 'floors',
          text: `device ${d} of ${user} stored ${c}/${s} as of ${r}, which it may not see`,
        });
    }
  return broken;
}
