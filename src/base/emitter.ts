/** Stops what the call that returned it has started. Calling it again does nothing. */
export type Unsubscribe = () => void;

/** A list of listeners for one kind of event. */
export interface Emitter<T> {
  /** Adds a listener. The same function added twice is called twice. */
  on(listener: (event: T) => void): Unsubscribe;
  /**
   * Calls every listener that was present when the call began, in the order of their arrival.
   * A listener that throws does not keep the others from hearing: the first error is thrown after the
   * last listener has run, because an announced commit is a fact for all of them.
   */
  emit(event: T): void;
  /** Number of listeners, for tests and leak checks. */
  size(): number;
}

/** Makes an empty {@link Emitter}. */
export function emitter<T>(): Emitter<T> {
  // Wrapping gives each subscription its own identity, so one function may subscribe twice.
  const subscriptions = new Set<{ listener: (event: T) => void }>();
  return {
    on(listener) {
      const subscription = { listener };
      subscriptions.add(subscription);
      return () => void subscriptions.delete(subscription);
    },
    emit(event) {
      const failures: unknown[] = [];
      for (const subscription of [...subscriptions]) {
        // A listener removed by an earlier one in the same round must not hear the event any more.
        if (!subscriptions.has(subscription)) continue;
        try {
          subscription.listener(event);
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
    size: () => subscriptions.size,
  };
}
