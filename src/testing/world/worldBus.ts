import { copyPlain } from '#base/copyPlain.ts';
import type { Random } from '#sync/ports.ts';
import type { Bus, BusMessage } from '#server/live/bus.ts';
import type { LiveClock } from '#server/live/liveClock.ts';

/** The line between the nodes of a world, under the hand of a test. */
export interface WorldBus {
  /** A line for one more node. */
  connect(): Bus;
  /** Share of messages that nobody gets, 0–1. */
  loss: number;
  /** A message takes a random part of this time, ms; above 0 they overtake each other. */
  delayMs: number;
}

interface Line {
  readonly messages: ((message: BusMessage) => void)[];
  readonly gaps: (() => void)[];
  isGapKnown: boolean;
}

/** A node notices that it missed something when the next sign of life of the sender carries a number that is too high, ms. */
const noticeMs = 3_000;

/** Makes the line. Whatever is lost is noticed later, as the port promises; nothing else is. */
export function worldBus(clock: LiveClock, random: Random): WorldBus {
  const lines = new Set<Line>();
  const lose = (line: Line): void => {
    if (line.isGapKnown) return;
    line.isGapKnown = true;
    clock.after(noticeMs, () => {
      line.isGapKnown = false;
      for (const tell of line.gaps) tell();
    });
  };
  const carry = (line: Line, message: BusMessage): void => {
    const copy = copyPlain(message);
    const arrive = (): void => line.messages.forEach((listener) => listener(copy));
    if (bus.delayMs > 0) clock.after(random.float() * bus.delayMs, arrive);
    else queueMicrotask(arrive);
  };
  const bus: WorldBus = {
    loss: 0,
    delayMs: 0,
    connect() {
      const own: Line = { messages: [], gaps: [], isGapKnown: false };
      lines.add(own);
      return {
        publish(message) {
          for (const line of lines) {
            if (line === own) continue;
            if (random.float() < bus.loss) lose(line);
            else carry(line, message);
          }
        },
        onMessage: (listener) => void own.messages.push(listener),
        onGap: (listener) => void own.gaps.push(listener),
        // Between a commit and its announcement a process may end: silence counts as a loss.
        close() {
          if (lines.delete(own)) lines.forEach(lose);
        },
      };
    },
  };
  return bus;
}
