import { AppError } from '#protocol/errors.ts';
import { deferred, type Deferred } from '#base/deferred.ts';
import type { Outcome } from './sqliteSession.ts';

/** A queue whose waiting items are taken together while the batch before is under way: the longer a commit takes, the more share the next one. */
export interface Lane<Item> {
  /** Answers what the batch made of this item, or throws its error. */
  push(item: Item): Promise<unknown>;
  /** Resolves when everything pushed so far has ended. Later pushes are refused with UNAVAILABLE. */
  close(): Promise<void>;
}

interface Waiting<Item> {
  item: Item;
  done: Deferred<unknown>;
}

/**
 * `run` gets 1…`max` items and answers one outcome each, in order. `soon` schedules the start of an idle lane: a whole turn of the event loop lets the
 * requests of several sockets meet in one batch.
 */
export function lane<Item>(options: {
  max: number;
  run: (items: Item[]) => Promise<Outcome[]>;
  soon: (work: () => void) => void;
}): Lane<Item> {
  let waiting: Waiting<Item>[] = [];
  let active: Promise<void> | undefined;
  let isClosed = false;

  const drain = async (): Promise<void> => {
    await new Promise<void>((resolve) => options.soon(resolve));
    while (waiting.length > 0) {
      const batch = waiting.slice(0, options.max);
      waiting = waiting.slice(options.max);
      await settle(batch, options.run);
    }
    active = undefined;
  };
  return {
    push(item) {
      if (isClosed) return Promise.reject(new AppError('UNAVAILABLE', { message: 'The database is closed' }));
      const done = deferred<unknown>();
      waiting.push({ item, done });
      active ??= drain();
      return done.promise;
    },
    async close() {
      isClosed = true;
      await active;
    },
  };
}

async function settle<Item>(batch: Waiting<Item>[], run: (items: Item[]) => Promise<Outcome[]>): Promise<void> {
  try {
    const outcomes = await run(batch.map(({ item }) => item));
    for (const [index, { done }] of batch.entries()) {
      const outcome = outcomes[index];
      if (outcome?.ok) done.resolve(outcome.value);
      else done.reject(outcome?.error ?? new Error('A unit got no outcome'));
    }
  } catch (error) {
    for (const { done } of batch) done.reject(error);
  }
}
