import type { DeviceOf, OperationEvent, Violation } from './history.ts';
import type { StoredIndex } from './indexStored.ts';

/** (e) Every answer, the repeated ones too, says what is stored: place, rev and ordinal at creation, time; and for a change the rev that it made. */
export function checkValues(device: DeviceOf, events: readonly OperationEvent[], stored: StoredIndex): Violation[] {
  const broken: Violation[] = [];
  for (const event of events) {
    if (event.e !== 'ok') continue;
    const row = event.f === 'send' ? stored.sent(event.c, device.user, event.id) : undefined;
    const answer = stored.ops.get(`${device.user}:${event.id}`);
    const [said, truth] = row
      ? [
          [event.s, event.r, event.n, event.at],
          [row.s, row.s, row.n, row.at],
        ]
      : answer !== undefined && event.r !== undefined
        ? [[event.r], [revOf(answer)]]
        : [[], []];
    if (said.join() !== truth.join())
      broken.push({
        rule: 'values',
        text: `device ${device.d}, ${event.f} ${event.id} in ${event.c}: answered ${said.join()}, stored ${truth.join()}`,
      });
  }
  return broken;
}

/** Commands of chats keep their name beside the answer, those of messages the bare answer. */
function revOf(answer: string): number | undefined {
  const parsed = JSON.parse(answer) as { r?: number; result?: { r?: number } };
  return parsed.r ?? parsed.result?.r;
}
