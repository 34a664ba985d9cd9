import { createHash } from 'node:crypto';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { Upload } from '@tus/server';
import { invariant } from '#base/invariant.ts';
import { AppError } from '#protocol/errors.ts';
import type { Checksum } from './readChecksum.ts';
import { uploadCalls } from './uploadCall.ts';

/** Bytes whose sum is not what was said are answered with this; the protocol has a status of its own for it. */
export class WrongChecksum extends Error {
  readonly status_code = 460;
  readonly body = 'checksum';
}

/** Retry hint while the disk is full, ms. */
const fullRetryMs = 30_000;

/**
 * Growing uploads as files of a folder. How far one has come is the size of its file, so a crash at any point loses only what was not written; everything else about it stands in the database. Nothing of a file is
 * overwritten when it is announced twice.
 */
export class UploadStore extends FileStore {
  constructor(folder: string) {
    super({
      directory: folder,
      configstore: { get: async (id) => toUpload(id), set: async () => undefined, delete: async () => undefined },
    });
    // The library would look for the file again after it has been finished and moved away, to tell when it expires.
    this.extensions = ['creation', 'creation-with-upload', 'termination', 'checksum'];
  }

  override async create(upload: Upload): Promise<Upload> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    const file = await open(join(this.directory, upload.id), 'a', 0o600);
    await file.close();
    return upload;
  }

  /** `signal`: what the library hands on instead of the bytes; it ends early when another request takes the upload over. */
  override async write(signal: Readable, id: string, offset: number): Promise<number> {
    const { bytes, checksum } = uploadCalls.getStore() ?? {};
    if (!bytes) return offset;
    // The other end of a dead line would be waited for in vain.
    const stop = (): void => void bytes.destroy();
    signal.once('end', stop).resume();
    const path = join(this.directory, id);
    const file = await open(path, 'r+');
    try {
      return await writeAll(bytes, file, offset, checksum);
    } catch (error) {
      // Of bytes with a sum either all count or none.
      if (checksum) await file.truncate(offset);
      if (isFull(error)) throw new AppError('UNAVAILABLE', { retry: fullRetryMs, cause: error });
      // A line that broke is nothing to be logged.
      throw bytes.readableAborted ? new AppError('UNAVAILABLE', { cause: error }) : error;
    } finally {
      signal.off('end', stop);
      await file.close();
    }
  }
}

/** Writes piece after piece, so that nothing waits in memory and what has been written counts. The request lives on when this fails: it is still to be answered. */
async function writeAll(bytes: Readable, file: FileHandle, offset: number, checksum?: Checksum): Promise<number> {
  const hash = checksum && createHash(checksum.algorithm);
  let at = offset;
  for await (const piece of bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    for (let from = 0; from < piece.length;) {
      // oxlint-disable-next-line no-await-in-loop -- in their order
      const { bytesWritten } = await file.write(piece, from, piece.length - from, at);
      from += bytesWritten;
      at += bytesWritten;
    }
    hash?.update(piece);
  }
  if (hash && hash.digest('base64') !== checksum?.value) throw new WrongChecksum();
  return at;
}

function toUpload(id: string): Upload {
  const call = uploadCalls.getStore();
  invariant(call?.id === id, 'the library asks for the upload of its request');
  return new Upload({ id, size: call.length, offset: 0, creation_date: new Date(call.createdAt).toISOString() });
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT'].includes(String(error.code));
