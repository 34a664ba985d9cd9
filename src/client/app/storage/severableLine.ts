import type { TabLine } from '#sync/ports.ts';

/** A line to the other tabs that can be cut for good: from then on nothing arrives and nothing leaves. */
export function severableLine(line: TabLine): TabLine & { sever(): void } {
  let isSevered = false;
  return {
    tab: line.tab,
    announce: (event) => void (isSevered || line.announce(event)),
    call: (call) => void (isSevered || line.call(call)),
    onEvent: (listener) => line.onEvent((event) => void (isSevered || listener(event))),
    onCall: (listener) => line.onCall((call) => void (isSevered || listener(call))),
    sever: () => void (isSevered = true),
  };
}
