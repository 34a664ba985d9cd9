import type { Unit } from './unit.ts';
import type { Storage } from './units.ts';

/** An open database with what only its owner (main, jobs, tests) needs. */
export interface OpenedStorage extends Storage {
  /** Data generation: changes only when the data was restored from a backup. */
  readonly gen: string;
  /** One small step of housekeeping: SQLite copies its log into the file and gives back free pages; PostgreSQL does this by itself. Call it about every second. */
  checkpoint(): Promise<void>;
}

/** A database that is reached from this thread, so that it can also run units that are in no registry (tests, seeds). */
export interface LocalStorage extends OpenedStorage {
  runUnit<In, Out>(unit: Unit<In, Out>, input: In): Promise<Out>;
}

/** What all drivers can be told. `now`: server clock in ms. */
export interface StorageOptions {
  now?: () => number;
}
