import type { Bus, BusMessage } from './bus.ts';

/** The bus of nodes that live in one process: one alone in production, several in tests. Delivers in a later turn, as a network would. */
export class InProcessBus {
  readonly #lines = new Set<Set<(message: BusMessage) => void>>();

  /** A line for one more node. */
  connect(): Bus {
    const listeners = new Set<(message: BusMessage) => void>();
    this.#lines.add(listeners);
    return {
      publish: (message) => {
        for (const others of this.#lines) {
          if (others === listeners) continue;
          queueMicrotask(() => {
            for (const listener of others) listener(message);
          });
        }
      },
      onMessage: (listener) => void listeners.add(listener),
      // Memory loses nothing.
      onGap: () => undefined,
      close: () => {
        listeners.clear();
        this.#lines.delete(listeners);
      },
    };
  }
}
