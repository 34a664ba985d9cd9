import type { Migration } from '#server/storage/migrations/migration.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';

/** One empty database that a contract may open, close and open again. */
export interface StorageTarget {
  open(options?: { now?: () => number; migrations?: readonly Migration[] }): Promise<LocalStorage>;
  /** As the command line of a child process names it. */
  readonly address: { kind: 'sqlite'; path: string } | { kind: 'postgres'; url: string };
}
/** Makes empty databases of one kind. */
export type MakeTarget = () => Promise<StorageTarget>;
