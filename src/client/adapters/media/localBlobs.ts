import type { MediaId } from '#protocol/entities/media.ts';
import type { UserId } from '#protocol/ids.ts';
import { openDatabase } from '../db/openDatabase.ts';
import { blobTable, personDatabase } from '../db/personDatabase.ts';
import { waitFor, whenDone } from '../db/idbRequests.ts';

/** Bytes of files that have not arrived, by the id that they have on the wire. */
export interface LocalBlobs {
  /** Keeps the bytes of a file. Rejects with QuotaExceededError when the disk is full. */
  put(id: MediaId, blob: Blob): Promise<void>;
  get(id: MediaId): Promise<Blob | undefined>;
  drop(ids: readonly MediaId[]): Promise<void>;
  /** Drops what is not in `used` and older than an hour. */
  sweep(used: ReadonlySet<MediaId>): Promise<void>;
  close(): void;
}

/** A row of the table. `at`: device clock, ms. */
interface BlobRow {
  id: MediaId;
  blob: Blob;
  at: number;
}

/** Bytes that nothing names may have been picked a moment ago, ms. */
const sweepAfterMs = 3_600_000;

/**
 * Files of a person in their database, beside the tables of the store and over a connection of its own, which opens at the first use. `isMemoryOnly`: the device
 * cannot keep anything any more; then new files live in this page, and those that the disk still has are read from there.
 */
export function localBlobs(uid: UserId, isMemoryOnly: () => boolean = () => false): LocalBlobs {
  const memory = new Map<MediaId, Blob>();
  let opening: Promise<IDBDatabase> | undefined;
  let isClosed = false;
  const connect = async (): Promise<IDBDatabase> => {
    const connection = await openDatabase(personDatabase(uid));
    // Whoever deletes or upgrades the database must not wait for the files.
    connection.addEventListener('versionchange', () => close());
    return connection;
  };
  const close = (): void => {
    isClosed = true;
    opening?.then((connection) => connection.close()).catch(() => undefined);
  };
  const connected = (): Promise<IDBDatabase> => {
    if (isClosed) return Promise.reject(new DOMException('the database of this person is gone', 'InvalidStateError'));
    opening ??= connect().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const write = async (work: (table: IDBObjectStore) => unknown): Promise<void> => {
    const transaction = (await connected()).transaction(blobTable, 'readwrite');
    const done = whenDone(transaction);
    await work(transaction.objectStore(blobTable));
    await done;
  };
  return {
    async put(id, blob) {
      if (isMemoryOnly()) memory.set(id, blob);
      else await write((table) => table.put({ id, blob, at: Date.now() } satisfies BlobRow));
    },
    async get(id) {
      const held = memory.get(id);
      if (held) return held;
      const table = (await connected()).transaction(blobTable).objectStore(blobTable);
      return (await waitFor<BlobRow | undefined>(table.get(id)))?.blob;
    },
    async drop(ids) {
      for (const id of ids) memory.delete(id);
      if (ids.length > 0 && !isMemoryOnly()) await write((table) => ids.forEach((id) => table.delete(id)));
    },
    async sweep(used) {
      await write(async (table) => {
        const keys = (await waitFor<MediaId[]>(table.getAllKeys())).filter((id) => !used.has(id));
        for (const id of keys) {
          const row = await waitFor<BlobRow | undefined>(table.get(id));
          if (row && row.at < Date.now() - sweepAfterMs) table.delete(id);
        }
      });
    },
    close,
  };
}
